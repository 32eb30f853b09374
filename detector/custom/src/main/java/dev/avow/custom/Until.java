package dev.avow.custom;

import java.io.Serial;
import java.util.function.LongSupplier;

/** Until when a scan may go on, and how much it may report. For one thread. */
final class Until {

    /** More findings than any text has that somebody can read; memory stays bounded. */
    static final int MOST_FINDINGS = 100_000;

    /** The time is up, or too much was found. Never leaves this package. */
    static final class Over extends RuntimeException {

        @Serial private static final long serialVersionUID = 1L;

        Over() {
            super("a scan has come to its end", null, false, false);
        }
    }

    private final LongSupplier nanos;
    private final long end;
    private int found;

    Until(LongSupplier nanos, long maxNanos) {
        this.nanos = nanos;
        this.end = nanos.getAsLong() + maxNanos;
    }

    /**
     * Counts one finding.
     *
     * @throws Over where there are too many
     */
    void count() {
        if (++found > MOST_FINDINGS) {
            throw new Over();
        }
    }

    /** Whether too much was found; the time was up otherwise. */
    boolean isTooMuch() {
        return found > MOST_FINDINGS;
    }

    /**
     * Looks at the clock.
     *
     * @throws Over where the time is up
     */
    void check() {
        if (end - nanos.getAsLong() <= 0) {
            throw new Over();
        }
    }
}
