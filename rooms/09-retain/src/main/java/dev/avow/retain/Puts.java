package dev.avow.retain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Objects on their way into a store, several at once. Where one fails the rest is still awaited,
 * since nobody may delete what is being written. For one thread; blocks.
 */
final class Puts implements AutoCloseable {

    private final ObjectStore store;
    private final Semaphore room;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> begun = new ArrayList<>();

    Puts(ObjectStore store, int atOnce) {
        this.store = store;
        this.room = new Semaphore(atOnce);
    }

    /** Begins to write an object; waits while too many are under way. */
    void put(String name, byte[] content) {
        room.acquireUninterruptibly();
        begun.add(
                threads.submit(() -> {
                    try {
                        store.put(name, content);
                    } finally {
                        room.release();
                    }
                }));
    }

    /** Waits until all are durable; throws what the first that failed threw. */
    void await() {
        threads.close();
        begun.forEach(TenantLanes::ended);
    }

    @Override
    public void close() {
        threads.close();
    }
}
