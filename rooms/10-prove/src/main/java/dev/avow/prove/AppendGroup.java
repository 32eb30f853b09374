package dev.avow.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what several callers log of one tenant at the same time in one transaction, so that they
 * wait for the disk once and not one after the other: a tenant's tree has one owner at a time
 * anyway. A caller comes back when its own entry is durable, or with its own failure. Safe for any
 * thread; blocks.
 *
 * <p>One of the callers writes, for all that are queued; the others sleep. When its own entry is
 * written it hands the pen to the first of those that came meanwhile, and nobody can take it out of
 * turn: a lock that any of them may grab makes groups of one, since who just came back is quicker
 * than who must be woken.
 *
 * @param <T> what is written
 */
final class AppendGroup<T> {

    private static final int MOST = 256;

    private final Consumer<List<T>> writer;
    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * @param writer writes all of them in one transaction, or fails and has written none
     */
    AppendGroup(Consumer<List<T>> writer) {
        this.writer = writer;
    }

    private enum Turn {
        WAITS,
        WRITES,
        DONE
    }

    /** One caller's. What it says is set before the turn is. */
    private static final class Waiting<T> {
        final T item;
        final Thread caller = Thread.currentThread();
        @Nullable RuntimeException failure;
        volatile Turn turn = Turn.WAITS;

        Waiting(T item) {
            this.item = item;
        }

        void tell(Turn next) {
            turn = next;
            LockSupport.unpark(caller);
        }
    }

    /** Writes one, with those that wait beside it. An interrupt does not end the waiting. */
    void append(T item) {
        Waiting<T> mine = new Waiting<>(item);
        queue.add(mine);
        passOn();
        boolean interrupted = false;
        while (mine.turn == Turn.WAITS) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        try {
            if (mine.turn == Turn.WRITES) {
                write();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    /** How many entries nobody has begun to write; for tests. */
    int waiting() {
        return queue.size();
    }

    /** Makes the first of the queue write, unless somebody does. */
    private void passOn() {
        while (!queue.isEmpty() && busy.compareAndSet(false, true)) {
            Waiting<T> first = queue.peek();
            if (first != null) {
                first.tell(Turn.WRITES);
                return;
            }
            busy.set(false);
        }
    }

    /** The caller's own entry is the first of the queue. */
    private void write() {
        List<Waiting<T>> group = new ArrayList<>();
        try {
            Waiting<T> next = queue.poll();
            while (next != null) {
                group.add(next);
                next = group.size() < MOST ? queue.poll() : null;
            }
            write(group);
        } finally {
            // An Error too must not leave anybody waiting for what is no longer in the queue.
            for (Waiting<T> each : group) {
                if (each.turn != Turn.DONE) {
                    each.failure = new IllegalStateException("the audit entry was not written");
                    each.tell(Turn.DONE);
                }
            }
            busy.set(false);
            passOn();
        }
    }

    private void write(List<Waiting<T>> group) {
        try {
            writer.accept(group.stream().map(each -> each.item).toList());
            group.forEach(each -> each.tell(Turn.DONE));
        } catch (RuntimeException failed) {
            if (group.size() == 1) {
                group.getFirst().failure = failed;
                group.getFirst().tell(Turn.DONE);
            } else {
                // One that cannot be written must not take the others' with it.
                group.forEach(each -> write(List.of(each)));
            }
        }
    }
}
