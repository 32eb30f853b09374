package dev.avow.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final InstantSource NOW =
            InstantSource.fixed(Instant.parse("2026-03-01T12:00:00.500Z"));

    @Test
    void seconds_numberOrDate_isRead() {
        assertThat(RetryAfter.seconds("7", NOW)).isEqualTo(7);
        assertThat(RetryAfter.seconds(" 0 ", NOW)).isZero();
        assertThat(RetryAfter.seconds("Sun, 01 Mar 2026 12:00:10 GMT", NOW))
                .as("rounded up")
                .isEqualTo(10);
        assertThat(RetryAfter.seconds("Sun, 01 Mar 2026 11:00:00 GMT", NOW)).isZero();
    }

    @Test
    void seconds_absurd_isADayAtMost() {
        assertThat(RetryAfter.seconds("99999999999999999999", NOW)).isEqualTo(86_400);
        assertThat(RetryAfter.seconds("Fri, 01 Mar 2099 12:00:00 GMT", NOW)).isNull();
        assertThat(RetryAfter.seconds("Sun, 01 Mar 2099 12:00:00 GMT", NOW)).isEqualTo(86_400);
    }

    @Test
    void seconds_noneOrGarbage_isNull() {
        for (String text : new String[] {"", "soon", "-1", "1.5", "\u0663"}) {
            assertThat(RetryAfter.seconds(text, NOW)).as(text).isNull();
        }
        assertThat(RetryAfter.seconds(null, NOW)).isNull();
    }
}
