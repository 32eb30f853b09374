package dev.avow.tenancy;

import dev.avow.words.TenantId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Something of each tenant's in memory, so that a request does not wait for the database.
 *
 * <p>What is remembered is a load, put in place before it begins to read. Forgetting takes the load
 * out of its place, finished or not: whoever comes later starts one of its own, which begins after
 * the change was committed and so sees it. A slow load can thus never bring older values back.
 *
 * <p>Safe for any thread.
 *
 * @param <T> immutable
 */
public final class Remembered<T> {

    private static final int MOST_TRIES = 5;

    private final Function<TenantId, T> reading;
    private final ConcurrentMap<TenantId, CompletableFuture<T>> loads = new ConcurrentHashMap<>();

    /**
     * @param reading reads a tenant's value; may block
     */
    public Remembered(Function<TenantId, T> reading) {
        this.reading = reading;
    }

    /** What memory knows, without waiting; empty where the store must be asked. */
    public Optional<T> recall(TenantId tenant) {
        CompletableFuture<T> load = loads.get(tenant);
        return load != null && load.state() == Future.State.SUCCESS
                ? Optional.of(load.resultNow())
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
            CompletableFuture<T> load = load(tenant);
            T value = join(load);
            // What was forgotten while it was read may be older than a change that has returned.
            if (loads.get(tenant) == load || ++tries == MOST_TRIES) {
                return value;
            }
        }
    }

    private CompletableFuture<T> load(TenantId tenant) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> there = loads.putIfAbsent(tenant, mine);
        if (there != null) {
            return there;
        }
        try {
            mine.complete(reading.apply(tenant));
        } catch (RuntimeException | Error failed) {
            loads.remove(tenant, mine);
            mine.completeExceptionally(failed);
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
