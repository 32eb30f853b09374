package dev.avow.record;

import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the journal's next file while the present one fills. It takes its time, since the disk is
 * the one that uses wait for.
 *
 * <p>Has a thread of its own.
 */
final class JournalSpare implements AutoCloseable {

    /** How long it waits where no file could be made, in nanoseconds. */
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final Journal journal;
    private final Thread thread;

    JournalSpare(Journal journal) {
        this.journal = journal;
        this.thread = Thread.ofPlatform().name("avow-spare").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (journal.awaitFillingUp()) {
            try {
                journal.makeSpare();
            } catch (UncheckedIOException full) {
                // Said when there is no other way than to make one.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Waits for the file that is being made. */
    @Override
    public void close() {
        journal.makeNoSpares();
        LockSupport.unpark(thread);
        try {
            thread.join(10_000);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
