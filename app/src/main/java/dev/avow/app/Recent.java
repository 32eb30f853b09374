package dev.avow.app;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is costly to make, for those who may see one that is a little old. One caller makes
 * it; who comes meanwhile gets the old one, or waits a little where there is none, and is told to
 * come back. Where the making fails, all hear of it for a moment before it is tried again. Safe for
 * any thread.
 *
 * @param <T> immutable
 */
final class Recent<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FAILED_FOR = Duration.ofSeconds(5);

    private record Made<T>(
            @Nullable T value, @Nullable RuntimeException failure, Instant from, Instant until) {

        /** Not where the clock was set back since: it would be for as long as that. */
        boolean isGood(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    private final Made<T> nothing = new Made<>(null, null, Instant.MAX, Instant.MIN);
    private final ReentrantLock making = new ReentrantLock();
    private final Supplier<T> maker;
    private final Duration goodFor;
    private final InstantSource clock;
    private volatile Made<T> latest = nothing;

    Recent(Duration goodFor, InstantSource clock, Supplier<T> maker) {
        this.maker = maker;
        this.goodFor = goodFor;
        this.clock = clock;
    }

    /**
     * May block.
     *
     * @throws dev.avow.words.FaultException OVERLOADED where another is still making the first one;
     *     else fails as the making did
     */
    T get() {
        Made<T> known = latest;
        T old = known.value();
        if (known.isGood(clock.instant())) {
            return told(known);
        }
        if (old != null ? making.tryLock() : waited()) {
            try {
                if (!latest.isGood(clock.instant())) {
                    latest = made();
                }
                return told(latest);
            } finally {
                making.unlock();
            }
        }
        if (old != null) {
            return old;
        }
        throw Fault.of(FaultCode.OVERLOADED, "this is being put together; try again shortly")
                .asException();
    }

    private boolean waited() {
        try {
            return making.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Made<T> made() {
        Instant from = clock.instant();
        try {
            return new Made<>(maker.get(), null, from, from.plus(goodFor));
        } catch (RuntimeException failed) {
            Instant now = clock.instant();
            return new Made<>(null, failed, now, now.plus(FAILED_FOR));
        }
    }

    private static <T> T told(Made<T> made) {
        T value = made.value();
        if (value != null) {
            return value;
        }
        RuntimeException failure = made.failure();
        throw failure == null ? new IllegalStateException("nothing was made") : failure;
    }

    /** The next one is made anew. */
    void forget() {
        making.lock();
        try {
            latest = nothing;
        } finally {
            making.unlock();
        }
    }
}
