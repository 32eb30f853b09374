package dev.avow.record;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the journal to the disk, for all uses that came since the last time by one call, and tells
 * each that it is durable. It does so while their models are being asked, so that as a rule no
 * answer waits for it.
 *
 * <p>A call costs more than all else that is done for a use's record, so uses wait ten milliseconds
 * for each other; an answer that is there before ends that. Where answers come that soon, the disk
 * is called at once, until none has for a while.
 *
 * <p>Where the disk fails, a use becomes durable by the database instead. Has a thread of its own.
 */
final class JournalSync implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalSync.class);

    /** How long a use may wait for others. */
    static final Duration PATIENCE = Duration.ofMillis(10);

    /** How long after an answer that had to wait none is kept waiting, in nanoseconds. */
    private static final long HURRY_NANOS = 100_000_000;

    private final long patienceNanos;
    private final LinkedBlockingQueue<Use> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    /** Whether an answer waits for a use of the next group. */
    private volatile boolean wanted;

    /** Whether the last call failed; the thread's own. */
    private boolean failing;

    JournalSync(Duration patience) {
        this.patienceNanos = patience.toNanos();
        this.thread = Thread.ofPlatform().name("avow-journal").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    int waiting() {
        return queue.size();
    }

    void enqueue(Use use) {
        queue.add(use);
    }

    /** Somebody waits for a use that was enqueued. Does not wait. */
    void hurry() {
        if (!wanted) {
            wanted = true;
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        List<Use> group = new ArrayList<>();
        long hurriedUntil = System.nanoTime();
        try {
            while (true) {
                group.clear();
                group.add(queue.take());
                if (hurriedUntil - System.nanoTime() <= 0) {
                    rest();
                }
                if (wanted) {
                    hurriedUntil = System.nanoTime() + HURRY_NANOS;
                }
                wanted = false; // before the others are taken, so that none of them goes unheard
                queue.drainTo(group);
                force(group);
            }
        } catch (InterruptedException stop) {
            // Whoever is still waiting hears from the database.
        }
    }

    private void rest() throws InterruptedException {
        long until = System.nanoTime() + patienceNanos;
        for (long left = patienceNanos; left > 0 && !wanted; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private void force(List<Use> group) {
        boolean failed = false;
        @Nullable JournalSegment forced = null;
        for (Use use : group) {
            JournalSegment segment = use.journalled().segment();
            try {
                if (segment != forced) {
                    segment.force();
                    forced = segment;
                }
                use.forced();
            } catch (IOException diskFails) {
                failed = true;
                use.write();
            }
        }
        if (failed && !failing) {
            LOG.error("the journal cannot be brought to the disk; the database is used instead");
        }
        failing = failed;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(10_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
