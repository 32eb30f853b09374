package dev.avow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** P6: as many forms are taken as settings say, and no fewer for good. */
final class IntakeLimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final IntakeLimits limits = new IntakeLimits(2, 3);

    @Test
    void takes_moreThanANetworkOrAllMaySend_notBeforeTheHourIsOver() {
        assertThat(limits.takes("a", NOW)).isTrue();
        assertThat(limits.takes("a", NOW)).isTrue();
        assertThat(limits.takes("a", NOW)).isFalse();
        assertThat(limits.takes(null, NOW)).isTrue();
        assertThat(limits.takes("b", NOW)).isFalse();
        assertThat(limits.takes("a", NOW.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void takes_clockSetBackByAYear_onceTookNothingForAYear() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.takes("from " + i, NOW)).isTrue();
        }
        assertThat(limits.takes("a", NOW.minus(Duration.ofDays(365)))).isTrue();
    }
}
