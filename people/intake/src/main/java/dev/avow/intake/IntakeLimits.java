package dev.avow.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many forms are taken in an hour: from one network, and in all. Counted in this process's
 * memory, which holds as many networks as forms are taken in all, for an hour. Safe for any thread.
 */
final class IntakeLimits {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final int perNetwork;
    private final int inAll;
    private final Deque<Taken> taken = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private record Taken(String network, Instant at) {}

    IntakeLimits(int perNetwork, int inAll) {
        this.perNetwork = perNetwork;
        this.inAll = inAll;
    }

    /**
     * Whether one more is taken; then it counts.
     *
     * @param network shortened; null where it is not known, which is a network too
     */
    synchronized boolean takes(@Nullable String network, Instant now) {
        while (!taken.isEmpty() && !isWithinTheHour(taken.getFirst().at(), now)) {
            counts.computeIfPresent(
                    taken.removeFirst().network(), (_, count) -> count == 1 ? null : count - 1);
        }
        String from = network == null ? "" : network;
        if (taken.size() >= inAll || counts.getOrDefault(from, 0) >= perNetwork) {
            return false;
        }
        taken.addLast(new Taken(from, now));
        counts.merge(from, 1, Integer::sum);
        return true;
    }

    /** Not where the clock was set back since: nothing would be taken for as long as that. */
    private static boolean isWithinTheHour(Instant at, Instant now) {
        return at.plus(WINDOW).isAfter(now) && !at.isAfter(now);
    }
}
