package dev.avow.retain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Goes from tenant to tenant, some at once: while one waits for the disk another has the processor.
 * Blocks.
 *
 * @param lanes tenants at once, 1 or more
 */
public record TenantLanes(int lanes) {

    /**
     * Threads of the system's, few and long: a virtual one that waits for the database wakes up in
     * two steps, and it waits for each 8 KiB of an answer.
     */
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("avow-tenant-lane-", 0).daemon().factory();

    /**
     * Does work for each tenant, or for each tenant's own, begun in their order. What it or {@code
     * goOn} throws ends its lane, and is thrown when the others have ended.
     *
     * @param goOn asked before each, by one thread at a time; false begins no more
     */
    public <T> void each(List<T> tenants, BooleanSupplier goOn, Consumer<T> work) {
        Iterator<T> left = List.copyOf(tenants).iterator();
        List<Future<?>> begun = new ArrayList<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(THREADS)) {
            for (int lane = 0; lane < lanes; lane++) {
                begun.add(
                        threads.submit(() -> {
                            Optional<T> next = next(left, goOn);
                            while (next.isPresent()) {
                                work.accept(next.get());
                                next = next(left, goOn);
                            }
                        }));
            }
        }
        begun.forEach(TenantLanes::ended);
    }

    private static <T> Optional<T> next(Iterator<T> left, BooleanSupplier goOn) {
        synchronized (left) {
            return left.hasNext() && goOn.getAsBoolean()
                    ? Optional.of(left.next())
                    : Optional.empty();
        }
    }

    /** Throws what a thread that has ended threw. */
    private static void ended(Future<?> thread) {
        try {
            Object _ = thread.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException own
                    ? own
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
