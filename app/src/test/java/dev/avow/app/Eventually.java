package dev.avow.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For what happens a moment later. */
final class Eventually {

    /** A busy machine takes long; a condition that holds is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    /** Tries until the condition holds; fails after a minute. */
    static void holds(String what, BooleanSupplier condition) {
        holds(what, condition, PATIENCE);
    }

    /** Tries until the condition holds; fails after that long. */
    static void holds(String what, BooleanSupplier condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
