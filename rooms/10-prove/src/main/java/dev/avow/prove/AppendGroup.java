package dev.avow.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what several callers log of one tenant at the same time in one transaction, so that they
 * wait for the disk once and not one after the other: a tenant's tree has one owner at a time
 * anyway. A caller comes back when its own entry is durable, or with its own failure. Safe for any
 * thread; blocks.
 *
 * @param <T> what is written
 */
final class AppendGroup<T> {

    private static final int MOST = 256;

    private final Consumer<List<T>> writer;
    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * @param writer writes all of them in one transaction, or fails and has written none
     */
    AppendGroup(Consumer<List<T>> writer) {
        this.writer = writer;
    }

    /** One caller's; read and written under the lock alone. */
    private static final class Waiting<T> {
        final T item;
        boolean done;
        @Nullable RuntimeException failure;

        Waiting(T item) {
            this.item = item;
        }
    }

    /** Writes one, with those that wait beside it. */
    void append(T item) {
        Waiting<T> mine = new Waiting<>(item);
        queue.add(mine);
        RuntimeException failure;
        lock.lock();
        try {
            while (!mine.done) {
                writeNext();
            }
            failure = mine.failure;
        } finally {
            lock.unlock();
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** How many entries nobody has begun to write; for tests. */
    int waiting() {
        return queue.size();
    }

    private void writeNext() {
        List<Waiting<T>> group = new ArrayList<>();
        Waiting<T> next = queue.poll();
        while (next != null) {
            group.add(next);
            next = group.size() < MOST ? queue.poll() : null;
        }
        try {
            write(group);
        } finally {
            // An Error too must not leave anybody waiting for what is no longer in the queue.
            for (Waiting<T> each : group) {
                if (!each.done) {
                    each.failure = new IllegalStateException("the audit entry was not written");
                    each.done = true;
                }
            }
        }
    }

    private void write(List<Waiting<T>> group) {
        try {
            writer.accept(group.stream().map(each -> each.item).toList());
            group.forEach(each -> each.done = true);
        } catch (RuntimeException failed) {
            if (group.size() == 1) {
                group.getFirst().failure = failed;
                group.getFirst().done = true;
            } else {
                // One that cannot be written must not take the others' with it.
                group.forEach(each -> write(List.of(each)));
            }
        }
    }
}
