package dev.avow.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final long SECOND = 1_000_000_000L;

    private long now;
    private final Breaker breaker = new Breaker(3, Duration.ofSeconds(10), () -> now);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    @Test
    void lets_fewFailuresOrASuccessBetween_staysClosed() {
        fail(2);
        breaker.worked();
        fail(2);

        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
    }

    @Test
    void lets_failuresInARow_opensForItsTimeThenLetsOneThrough() {
        fail(3);
        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
        assertThat(breaker.lets()).isFalse();
        now = 9 * SECOND;
        assertThat(breaker.lets()).isFalse();
        assertThat(breaker.remainingNanos()).isEqualTo(SECOND);

        now = 10 * SECOND;
        assertThat(breaker.lets()).as("the one that sees").isTrue();
        assertThat(breaker.lets()).as("a second beside it").isFalse();
    }

    @Test
    void lets_probeWorked_isClosedAndCountsAnew() {
        fail(3);
        now = 10 * SECOND;
        assertThat(breaker.lets()).isTrue();
        breaker.worked();

        fail(2);
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.failuresInARow()).isEqualTo(2);
    }

    @Test
    void lets_probeFailed_isOpenAnew() {
        fail(3);
        now = 10 * SECOND;
        assertThat(breaker.lets()).isTrue();
        breaker.failed();

        assertThat(breaker.lets()).isFalse();
        assertThat(breaker.remainingNanos()).isEqualTo(10 * SECOND);
    }

    @Test
    void lets_probeLeft_letsTheNextOneSee() {
        fail(3);
        now = 10 * SECOND;
        assertThat(breaker.lets()).isTrue();
        breaker.unknown();

        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void lets_limitZero_neverOpens() {
        Breaker never = new Breaker(0, Duration.ofSeconds(10), () -> now);
        for (int i = 0; i < 100; i++) {
            never.failed();
        }

        assertThat(never.lets()).isTrue();
    }
}
