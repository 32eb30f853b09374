package dev.avow.record;

import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes the journal's next file while the present one fills, and sees to it that nothing stays in
 * the journal for long. It takes its time, since the disk is the one that uses wait for.
 *
 * <p>Has a thread of its own.
 */
final class JournalKeeper implements AutoCloseable {

    /** How long it waits where the disk fails, in nanoseconds. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Journal journal;
    private final Thread thread;

    JournalKeeper(Journal journal) {
        this.journal = journal;
        this.thread = Thread.ofPlatform().name("avow-keeper").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (journal.await()) {
            try {
                journal.keep(System.nanoTime());
            } catch (UncheckedIOException full) {
                // Said when there is no other way than to make one.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Waits for the file that is being made or wiped. */
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
