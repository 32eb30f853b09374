package dev.avow.ask;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How hard is tried for one request.
 *
 * <p>All its stops are asked once, one right after the other, before any is asked again; between
 * such rounds is a pause that doubles, by chance shorter by up to half, so that those who were
 * refused together do not come back together (Brooker, "Exponential Backoff And Jitter", 2015).
 *
 * @param rounds most tries at one stop; 1: no retries
 * @param pause before the second round
 * @param longestPause that it doubles up to; a provider that asks for more patience is not waited
 *     for
 * @param whole for one request with all its tries and pauses, to the end of its answer
 * @param queue how long a request waits for its turn where a provider has as many as it may
 */
public record Persistence(
        int rounds, Duration pause, Duration longestPause, Duration whole, Duration queue) {

    /** One try at each stop. */
    public static final Persistence NONE =
            new Persistence(1, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(30), Duration.ZERO);

    /**
     * The pause before a round.
     *
     * @param round the one that it is before; 2 or more
     * @param chance a number from 0 to 1
     */
    Duration before(int round, DoubleSupplier chance) {
        long doubled = pause.toNanos();
        for (int i = 2; i < round && doubled < longestPause.toNanos(); i++) {
            doubled *= 2;
        }
        long most = Math.min(doubled, longestPause.toNanos());
        return Duration.ofNanos((long) (most * (0.5 + 0.5 * chance.getAsDouble())));
    }
}
