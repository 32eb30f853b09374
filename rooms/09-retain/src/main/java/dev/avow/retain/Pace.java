package dev.avow.retain;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * How large the batches of a deletion are, and how long it rests between them, so that whoever asks
 * the database for something meanwhile hardly feels it. What is deleted can be read by nobody any
 * more, so there is no hurry. For one thread.
 */
final class Pace {

    /** For twice this at most the placing of a hold should have to wait. */
    private static final long LONG_NANOS = 25_000_000;

    /** Others have the disk for that many times as long as a batch had it. */
    private static final int REST = 3;

    private final int fewest;
    private final int most;
    private int size;
    private long tookNanos;

    /**
     * @param first of what a batch takes, since what a machine can do is not known before it has
     *     done some
     */
    Pace(int fewest, int first, int most) {
        this.fewest = fewest;
        this.most = most;
        this.size = Math.min(first, most);
    }

    /** Of what the next batch takes. */
    int size() {
        return size;
    }

    /** Does a batch. One that takes long makes the next one smaller, and the other way round. */
    <T> T of(IntFunction<T> batch) {
        long start = System.nanoTime();
        T done = batch.apply(size);
        tookNanos = System.nanoTime() - start;
        if (tookNanos > LONG_NANOS) {
            size = Math.max(fewest, size / 2);
        } else if (tookNanos < LONG_NANOS / 2) {
            size = Math.min(most, size + Math.max(1, size / 2));
        }
        return done;
    }

    /** Waits, by how long the last batch took. */
    void rest() {
        LockSupport.parkNanos(REST * tookNanos);
    }
}
