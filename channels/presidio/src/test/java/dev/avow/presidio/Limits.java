package dev.avow.presidio;

import java.time.Duration;

/** Limits for tests. */
final class Limits {

    static final PresidioLimits CLOSED = limits(false);
    static final PresidioLimits OPEN = limits(true);

    private Limits() {}

    private static PresidioLimits limits(boolean open) {
        return new PresidioLimits(open, 100_000, 5, 200, 20, 1_000, Duration.ofSeconds(5));
    }

    static PresidioLimits within(Duration budget) {
        return new PresidioLimits(false, 10_000_000, 5, 200, 20, 100_000, budget);
    }
}
