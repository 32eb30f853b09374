package dev.avow.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Bodies have so much memory together, and give back what they took. */
final class BodyShareTest {

    private static final int ALL = 4 * BodyRoom.SMALL;

    private final BodyRoom room = new BodyRoom(ALL);
    private final BodyShare first = new BodyShare(room);
    private final BodyShare second = new BodyShare(room);

    @Test
    void body_thatGrows_takesWhatIsMissing() {
        assertThat(first.reaches(BodyRoom.SMALL)).isTrue();
        assertThat(room.free()).as("a small one is free").isEqualTo(ALL);
        assertThat(first.reaches(2 * BodyRoom.SMALL)).isTrue();
        assertThat(first.reaches(3 * BodyRoom.SMALL)).isTrue();
        assertThat(room.free()).isEqualTo(BodyRoom.SMALL);
    }

    @Test
    void bodies_ofMoreThanThereIs_areRefusedUntilOthersAreAnswered() {
        assertThat(first.reaches(3 * BodyRoom.SMALL)).isTrue();
        assertThat(second.reaches(2 * BodyRoom.SMALL)).isFalse();
        assertThat(second.reaches(BodyRoom.SMALL)).isTrue();

        first.answerIsOver();

        assertThat(second.reaches(2 * BodyRoom.SMALL)).isTrue();
        second.answerIsOver();
        assertThat(room.free()).isEqualTo(ALL);
    }

    @Test
    void caller_whoLeavesWhileABodyIsUnpacked_leavesNoMemoryTaken() {
        first.with(Runnable::run)
                .execute(() -> {
                    first.answerIsOver();
                    assertThat(first.reaches(ALL)).isTrue();
                });

        assertThat(room.free()).isEqualTo(ALL);
    }
}
