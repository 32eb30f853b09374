package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** I1: one tenant's slow provider keeps no other tenant's copies where they are. */
final class TenantRoundsTest {

    private static final TenantId SLOW = new TenantId(Ids.next());
    private static final TenantId OTHER = new TenantId(Ids.next());

    private final Queue<TenantId> begun = new ConcurrentLinkedQueue<>();
    private final CountDownLatch answered = new CountDownLatch(1);

    private void work(TenantId tenant) {
        begun.add(tenant);
        if (tenant.equals(SLOW)) {
            try {
                answered.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void tenant_thatTakesLong_holdsNoOtherUpAndIsNotBegunTwice() throws InterruptedException {
        try (TenantRounds rounds = new TenantRounds(this::work, Duration.ofMillis(50))) {
            rounds.of(List.of(SLOW, OTHER));
            rounds.of(List.of(SLOW, OTHER));
            assertThat(begun).containsExactly(SLOW, OTHER, OTHER);

            answered.countDown();
            Eventually.holds(
                    "it has its turn again",
                    () -> {
                        round(rounds);
                        return begun.stream().filter(SLOW::equals).count() > 1;
                    });
        }
    }

    private static void round(TenantRounds rounds) {
        try {
            rounds.of(List.of(SLOW));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void rounds_closedMeanwhile_endWhatGoesOn() throws InterruptedException {
        TenantRounds rounds = new TenantRounds(this::work, Duration.ofMillis(50));
        rounds.of(List.of(SLOW));
        rounds.close();
        assertThat(begun).containsExactly(SLOW);
    }
}
