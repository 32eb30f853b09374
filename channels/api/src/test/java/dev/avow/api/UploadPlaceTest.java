package dev.avow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A form's place is given back once, and never under work that goes on. */
final class UploadPlaceTest {

    private final List<Runnable> queued = new ArrayList<>();
    private int givenBack;
    private final UploadPlace place = new UploadPlace(() -> givenBack++);
    private final Executor workers = place.with(queued::add);

    @Test
    void caller_leavesWhileWorkGoesOn_placeIsGivenBackAfterIt() {
        workers.execute(() -> {
            place.answerIsOver();
            assertThat(givenBack).isZero();
        });
        queued.removeFirst().run();
        assertThat(givenBack).isEqualTo(1);
    }

    @Test
    void work_thatFails_givesBackAsWell() {
        workers.execute(() -> {
            place.answerIsOver();
            throw new IllegalStateException();
        });
        assertThatThrownBy(() -> queued.removeFirst().run())
                .isInstanceOf(IllegalStateException.class);
        assertThat(givenBack).isEqualTo(1);
    }

    @Test
    void caller_leavesBeforeWorkBegins_itIsLeftUndone() {
        List<String> done = new ArrayList<>();
        workers.execute(() -> done.add("work"));
        place.answerIsOver();
        assertThat(givenBack).isEqualTo(1);
        queued.removeFirst().run();
        assertThat(done).isEmpty();
        assertThat(givenBack).isEqualTo(1);
    }

    @Test
    void answer_afterItsWork_givesBack() {
        workers.execute(() -> {});
        queued.removeFirst().run();
        assertThat(givenBack).isZero();
        place.answerIsOver();
        assertThat(givenBack).isEqualTo(1);
    }
}
