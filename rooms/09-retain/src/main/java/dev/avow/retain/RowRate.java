package dev.avow.retain;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps work beside live traffic at so many rows a second at most, over all threads that share it.
 * Safe for any thread.
 */
public final class RowRate {

    private final double nanosPerRow;
    private long free = System.nanoTime();

    private RowRate(double nanosPerRow) {
        this.nanosPerRow = nanosPerRow;
    }

    /**
     * A bound.
     *
     * @param rowsPerSecond 1 or more; 0 for none
     */
    public static RowRate of(int rowsPerSecond) {
        return new RowRate(
                rowsPerSecond == 0 ? 0 : (double) TimeUnit.SECONDS.toNanos(1) / rowsPerSecond);
    }

    /** Waits until rows may be done; blocks. */
    void await(int rows) {
        long until = System.nanoTime() + reserve(rows);
        long left = until - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = until - System.nanoTime();
        }
    }

    private synchronized long reserve(int rows) {
        long now = System.nanoTime();
        long begins = Math.max(free, now);
        free = begins + (long) (rows * nanosPerRow);
        return begins - now;
    }
}
