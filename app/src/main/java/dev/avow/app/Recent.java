package dev.avow.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is costly to make, for those who may see one that is a little old. Callers that come
 * while it is made wait for it. Fails as the making does; nothing is kept then. Safe for any
 * thread.
 *
 * @param <T> immutable
 */
final class Recent<T> {

    private final Supplier<T> making;
    private final Duration goodFor;
    private final InstantSource clock;
    private @Nullable T value;
    private Instant madeAt = Instant.EPOCH;

    Recent(Duration goodFor, InstantSource clock, Supplier<T> making) {
        this.making = making;
        this.goodFor = goodFor;
        this.clock = clock;
    }

    /** May block. */
    synchronized T get() {
        Instant now = clock.instant();
        T known = value;
        if (known != null && now.isBefore(madeAt.plus(goodFor))) {
            return known;
        }
        T made = making.get();
        value = made;
        madeAt = now;
        return made;
    }

    /** The next one is made anew. */
    synchronized void forget() {
        value = null;
    }
}
