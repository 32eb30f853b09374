package dev.avow.app;

import dev.avow.words.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Does something for one tenant after the other. What takes long for one goes on beside, so that
 * nobody waits for another tenant's providers; until it has ended, that tenant is left out. Rounds
 * are of one thread.
 */
final class TenantRounds implements AutoCloseable {

    private final Consumer<TenantId> work;
    private final Duration patience;
    private final Set<TenantId> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param work what to do; ends soon where its thread is interrupted, and throws nothing
     * @param patience after which the next tenant's turn comes
     */
    TenantRounds(Consumer<TenantId> work, Duration patience) {
        this.work = work;
        this.patience = patience;
    }

    /** One round. */
    void of(List<TenantId> tenants) throws InterruptedException {
        for (TenantId tenant : tenants) {
            if (busy.add(tenant)) {
                turn(tenant);
            }
        }
    }

    private void turn(TenantId tenant) throws InterruptedException {
        Future<?> done =
                threads.submit(() -> {
                    try {
                        work.accept(tenant);
                    } finally {
                        busy.remove(tenant);
                    }
                });
        try {
            Object _ = done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            // It goes on beside.
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Interrupts what goes on, and waits for its end. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
