package dev.avow.ask;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The way to one provider: how many are on it, whether it is open, and what was seen of it. Safe
 * for any thread; nothing waits in it.
 */
final class Line {

    /** Whether somebody may go. */
    sealed interface Entry {

        /** It may go. */
        record Free() implements Entry {}

        /** As many go as may. */
        record Full() implements Entry {}

        /** The provider does not work; another try may be of use after so many nanoseconds. */
        record Shut(long remainingNanos) implements Entry {}

        Free FREE = new Free();
        Full FULL = new Full();
    }

    /** What became of somebody who went. */
    enum Outcome {
        WORKED,
        FAILED,
        UNKNOWN
    }

    private final int most;
    private final Breaker breaker;
    private final InstantSource clock;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int inFlight;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant lastFailure;
    private @Nullable String lastFailureCode;

    /**
     * @param most at once; 0: any number
     */
    Line(int most, Breaker breaker, InstantSource clock) {
        this.most = most;
        this.breaker = breaker;
        this.clock = clock;
    }

    /**
     * Lets somebody go, who then must {@link #leave}.
     *
     * @param turn called once, on any thread, when somebody left, where there is no place now; who
     *     was called has to enter anew, or let the {@link #next} be called. Null: does not wait
     */
    synchronized Entry enter(@Nullable Runnable turn) {
        long shut = breaker.remainingNanos();
        if (shut > 0) {
            return new Entry.Shut(shut);
        }
        if (most > 0 && inFlight >= most) {
            if (turn != null) {
                waiting.add(turn);
            }
            return Entry.FULL;
        }
        if (!breaker.lets()) {
            return new Entry.Shut(1);
        }
        inFlight++;
        return Entry.FREE;
    }

    /** Calls the next of those who wait. */
    void next() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
        }
        if (next != null) {
            next.run();
        }
    }

    /** No longer waits; of no effect where its turn has come. */
    synchronized void giveUp(Runnable turn) {
        waiting.remove(turn);
    }

    /**
     * @param failureCode of a failure; null otherwise
     */
    void leave(Outcome outcome, @Nullable String failureCode) {
        synchronized (this) {
            inFlight--;
            switch (outcome) {
                case WORKED -> {
                    breaker.worked();
                    lastSuccess = clock.instant();
                }
                case FAILED -> breaker.failed();
                case UNKNOWN -> breaker.unknown();
            }
            if (failureCode != null) {
                lastFailure = clock.instant();
                lastFailureCode = failureCode;
            }
        }
        next();
    }

    synchronized ProviderHealth health() {
        return new ProviderHealth(
                breaker.state().id(),
                inFlight,
                waiting.size(),
                breaker.failuresInARow(),
                lastSuccess,
                lastFailure,
                lastFailureCode);
    }
}
