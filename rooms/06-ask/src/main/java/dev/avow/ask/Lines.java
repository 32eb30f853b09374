package dev.avow.ask;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** The lines to all providers. Safe for any thread. */
public final class Lines {

    private final int most;
    private final int failures;
    private final Duration open;
    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<UUID, Line> lines = new ConcurrentHashMap<>();

    /**
     * @param most requests at one provider at once; 0: any number
     * @param failures in a row after which a provider is not asked for a while; 0: it always is
     * @param open that while
     */
    public Lines(int most, int failures, Duration open, InstantSource clock) {
        this(most, failures, open, clock, System::nanoTime);
    }

    Lines(int most, int failures, Duration open, InstantSource clock, LongSupplier nanoTime) {
        this.most = most;
        this.failures = failures;
        this.open = open;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** No limit and no breaker. */
    static Lines unlimited() {
        return new Lines(0, 0, Duration.ZERO, InstantSource.system());
    }

    Line to(UUID provider) {
        Line line = lines.get(provider);
        return line != null
                ? line
                : lines.computeIfAbsent(
                        provider,
                        _ -> new Line(most, new Breaker(failures, open, nanoTime), clock));
    }

    /** How a provider was seen to work. */
    public ProviderHealth health(UUID provider) {
        Line line = lines.get(provider);
        return line == null ? ProviderHealth.UNSEEN : line.health();
    }
}
