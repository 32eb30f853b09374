package dev.avow.app;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For what happens a moment later. */
final class Eventually {

    private static final long PATIENCE_MILLIS = 5_000;

    private Eventually() {}

    /** Tries until the condition holds; fails after five seconds. */
    static void holds(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
