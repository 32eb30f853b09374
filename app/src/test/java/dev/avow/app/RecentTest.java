package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.FaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While a value is made, or cannot be, nobody stands in a line for it. */
@Timeout(60)
final class RecentTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private volatile boolean slow;
    private volatile boolean fails;
    private final Recent<Integer> recent = new Recent<>(MINUTE, () -> now, this::make);

    private int make() {
        int number = made.incrementAndGet();
        if (slow) {
            begun.countDown();
            try {
                assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        if (fails) {
            throw new IllegalStateException("away");
        }
        return number;
    }

    @Test
    void value_whileItIsGood_isMadeOnce() {
        assertThat(recent.get()).isEqualTo(1);
        assertThat(recent.get()).isEqualTo(1);
        now = now.plus(MINUTE);
        assertThat(recent.get()).isEqualTo(2);
        recent.forget();
        assertThat(recent.get()).isEqualTo(3);
    }

    @Test
    void clock_setBackByAYear_onceKeptTheOldValueForAYear() {
        assertThat(recent.get()).isEqualTo(1);
        now = now.minus(Duration.ofDays(365));
        assertThat(recent.get()).isEqualTo(2);
        assertThat(recent.get()).isEqualTo(2);
    }

    /** Each waited for the one before, as long as the database takes to be found away. */
    @Test
    void failure_isToldToAllForAMoment_andThenTriedAgain() {
        fails = true;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(recent::get).hasMessage("away");
        }
        assertThat(made).hasValue(1);

        fails = false;
        now = now.plusSeconds(5);
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void caller_whileAnotherOneIsMade_getsTheOldOne() throws Exception {
        assertThat(recent.get()).isEqualTo(1);
        now = now.plus(MINUTE);
        Thread maker = making();

        assertThat(recent.get()).isEqualTo(1);
        goOn.countDown();
        maker.join();
        assertThat(recent.get()).isEqualTo(2);
    }

    @Test
    void caller_whileTheFirstOneIsMade_isToldToComeBack() throws Exception {
        Thread maker = making();

        assertThatThrownBy(recent::get)
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("try again");
        goOn.countDown();
        maker.join();
        assertThat(recent.get()).isEqualTo(1);
    }

    private Thread making() throws InterruptedException {
        slow = true;
        Thread maker = Thread.ofVirtual().start(recent::get);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        return maker;
    }
}
