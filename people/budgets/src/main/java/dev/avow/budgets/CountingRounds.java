package dev.avow.budgets;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread on which a node among others looks who is here, as often as its row has to be renewed
 * and whenever it is nudged, and tells them what it has counted.
 */
final class CountingRounds {

    private static final Logger LOG = LoggerFactory.getLogger(CountingRounds.class);

    /** As often as interactions are written. */
    static final long PACE_MILLIS = 50;

    private static final long ALL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Rounds rounds;
    private final Duration renewal;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    /** What is done in them. Each may fail, and is done again then. */
    interface Rounds {

        /** Looks who is here; returns whether to look again at once. */
        boolean look();

        /** Whether there is anybody to tell. */
        boolean isTogether();

        /**
         * Tells them.
         *
         * @param all of every tenant, and not only of those that are in haste
         */
        void flush(boolean all);
    }

    /**
     * @param renewal between two looks, at most
     */
    CountingRounds(Rounds rounds, Duration renewal) {
        this.rounds = rounds;
        this.renewal = renewal;
        this.thread = Thread.ofVirtual().name("avow-counting").unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** A node came or went. Does not wait. */
    void nudge() {
        nudges.release();
    }

    private void work() {
        long nextLook = System.nanoTime();
        long nextFlush = nextLook;
        boolean failing = false;
        while (!closing) {
            try {
                boolean nudged = awaitNudge(failing, nextLook);
                if (nudged || millisUntil(nextLook) <= 0) {
                    nextLook = System.nanoTime() + renewal.toNanos();
                    if (rounds.look()) {
                        nextLook = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS);
                    }
                }
                if (rounds.isTogether()) {
                    boolean all = millisUntil(nextFlush) <= 0;
                    if (all) {
                        nextFlush = System.nanoTime() + ALL_NANOS;
                    }
                    rounds.flush(all);
                }
                failing = false;
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failed) {
                if (!failing && !closing) {
                    LOG.warn(
                            "what is spent cannot be told to other nodes, {}; trying again",
                            failed.getClass().getName());
                }
                failing = true;
            }
        }
    }

    private boolean awaitNudge(boolean failing, long nextLook) throws InterruptedException {
        long pause = Math.max(1, millisUntil(nextLook));
        if (rounds.isTogether() && !failing) {
            pause = Math.min(pause, PACE_MILLIS);
        }
        boolean nudged = nudges.tryAcquire(pause, TimeUnit.MILLISECONDS);
        int _ = nudges.drainPermits();
        return nudged;
    }

    private static long millisUntil(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime());
    }

    /** No round begins any more. */
    void stop() {
        closing = true;
        thread.interrupt();
    }

    /** Waits for the last round, for a while. */
    void join() throws InterruptedException {
        boolean _ = thread.join(Duration.ofSeconds(10));
    }
}
