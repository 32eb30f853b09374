package dev.avow.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** A day: whoever says more is not waited for by anybody. */
    private static final long MOST = 86_400;

    private RetryAfter() {}

    /** Null where there is none, or none that can be read. */
    static @Nullable Integer seconds(@Nullable String header) {
        return seconds(header, InstantSource.system());
    }

    static @Nullable Integer seconds(@Nullable String header, InstantSource clock) {
        String text = header == null ? "" : header.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > 6 ? (int) MOST : (int) Math.min(MOST, Long.parseLong(text));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            long millis = Duration.between(clock.instant(), then).toMillis();
            return (int) Math.clamp((millis + 999) / 1_000, 0, MOST);
        } catch (DateTimeException neither) {
            return null;
        }
    }
}
