package dev.avow.ask;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps requests from a provider that does not work (Nygard, "Release It!", "Circuit Breaker"):
 * after several failures in a row nobody is let through for a while; then one is, and by how that
 * ends it closes or opens anew. Not safe for threads by itself.
 */
final class Breaker {

    /** Whether requests are let through. */
    enum State {
        CLOSED,
        OPEN,
        /** One is on its way to see whether the provider works again. */
        HALF_OPEN;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final int failures;
    private final long openNanos;
    private final LongSupplier nanoTime;
    private State state = State.CLOSED;
    private int inARow;
    private long openedAt;
    private boolean probing;

    /**
     * @param failures in a row that open it; 0: nothing does
     * @param open how long it then stays open
     */
    Breaker(int failures, Duration open, LongSupplier nanoTime) {
        this.failures = failures;
        this.openNanos = open.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Lets one through, who then must tell how it ended, or refuses. */
    boolean lets() {
        return switch (state) {
            case CLOSED -> true;
            case OPEN -> {
                if (remainingNanos() > 0) {
                    yield false;
                }
                state = State.HALF_OPEN;
                probing = true;
                yield true;
            }
            case HALF_OPEN -> {
                boolean free = !probing;
                probing = true;
                yield free;
            }
        };
    }

    /** The provider answered. */
    void worked() {
        state = State.CLOSED;
        inARow = 0;
        probing = false;
    }

    /** It did not. */
    void failed() {
        inARow++;
        boolean again = state == State.HALF_OPEN;
        probing = false;
        if (failures > 0 && (again || (state == State.CLOSED && inARow >= failures))) {
            state = State.OPEN;
            openedAt = nanoTime.getAsLong();
        }
    }

    /** It is not known whether the provider works: nobody asked it in the end, or left. */
    void unknown() {
        probing = false;
    }

    State state() {
        return state == State.OPEN && remainingNanos() <= 0 ? State.HALF_OPEN : state;
    }

    int failuresInARow() {
        return inARow;
    }

    /** How long nobody is let through; 0 where somebody is. */
    long remainingNanos() {
        return state == State.OPEN ? Math.max(0, openNanos - (nanoTime.getAsLong() - openedAt)) : 0;
    }
}
