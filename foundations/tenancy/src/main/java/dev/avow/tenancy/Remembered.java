package dev.avow.tenancy;

import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Something of each tenant's in memory, so that a request does not wait for the database.
 *
 * <p>What is remembered is a load, put in place before it begins to read. Forgetting takes the load
 * out of its place, finished or not: whoever comes later starts one of its own, which begins after
 * the change was committed and so sees it. A slow load can thus never bring older values back.
 *
 * <p>A load is good for a minute, in case nobody tells of a change: a notice can be lost with the
 * connection that it would have come by.
 *
 * <p>Safe for any thread.
 *
 * @param <T> immutable
 */
public final class Remembered<T> {

    private static final int MOST_TRIES = 5;

    private static final Duration GOOD_FOR = Duration.ofSeconds(60);

    private final Function<TenantId, T> reading;
    private final LongSupplier nanoTime;
    private final ConcurrentMap<TenantId, Load<T>> loads = new ConcurrentHashMap<>();

    /** A load and when it began. Each is like no other. */
    private static final class Load<T> {
        private final CompletableFuture<T> value = new CompletableFuture<>();
        private final long since;

        Load(long since) {
            this.since = since;
        }
    }

    /**
     * @param reading reads a tenant's value; may block
     */
    public Remembered(Function<TenantId, T> reading) {
        this(reading, System::nanoTime);
    }

    Remembered(Function<TenantId, T> reading, LongSupplier nanoTime) {
        this.reading = reading;
        this.nanoTime = nanoTime;
    }

    /** What memory knows, without waiting; empty where the store must be asked. */
    public Optional<T> recall(TenantId tenant) {
        Load<T> load = loads.get(tenant);
        return load != null && isGood(load) && load.value.state() == Future.State.SUCCESS
                ? Optional.of(load.value.resultNow())
                : Optional.empty();
    }

    /**
     * The value; blocks where it is not in memory. Callers that come while it is read share one
     * reading. Fails as the reading does; nothing is remembered then.
     */
    // It is the very load that matters, not one like it.
    @SuppressWarnings("ReferenceEquality")
    public T of(TenantId tenant) {
        int tries = 0;
        while (true) {
            Load<T> load = load(tenant);
            T value = join(load.value);
            // What was forgotten while it was read may be older than a change that has returned.
            if (loads.get(tenant) == load || ++tries == MOST_TRIES) {
                return value;
            }
        }
    }

    private boolean isGood(Load<T> load) {
        return nanoTime.getAsLong() - load.since < GOOD_FOR.toNanos();
    }

    // It is the very load that matters, not one like it.
    @SuppressWarnings("ReferenceEquality")
    private Load<T> load(TenantId tenant) {
        Load<T> mine = new Load<>(nanoTime.getAsLong());
        Load<T> placed =
                loads.compute(tenant, (_, there) -> there != null && isGood(there) ? there : mine);
        if (placed != mine) {
            return placed;
        }
        try {
            mine.value.complete(reading.apply(tenant));
        } catch (RuntimeException | Error failed) {
            loads.remove(tenant, mine);
            mine.value.completeExceptionally(failed);
        }
        return mine;
    }

    private static <T> T join(CompletableFuture<T> load) {
        try {
            return load.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Forgets one tenant's, at once. */
    public void forget(TenantId tenant) {
        loads.remove(tenant);
    }

    /** Forgets all tenants', at once: another node changed some, or may have. */
    public void forget() {
        loads.clear();
    }

    /** The tenants of whom something is in memory, or being read. */
    public Set<TenantId> tenants() {
        return Set.copyOf(loads.keySet());
    }
}
