package dev.avow.decide;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that few policies have. Null asks nothing.
 *
 * @param time when
 * @param share of all requests, above 0 to 1; which of them is told by the interaction's id, so
 *     that a smaller share lies within a larger one
 * @param expression must be true
 */
public record Rarely(
        @Nullable TimeWindow time, @Nullable Double share, @Nullable Expression expression) {

    /** Asks nothing. */
    public static final Rarely NOTHING = new Rarely(null, null, null);

    /**
     * Whether they hold.
     *
     * @throws Expression.Failed where the expression could not be told
     */
    boolean hold(Facts facts) {
        return (time == null || time.holds(facts.at()))
                && (share == null || place(facts.interaction()) < share)
                && (expression == null || expression.holds(facts));
    }

    /** A number from 0 to below 1, the same for the same id (the finisher of SplitMix64). */
    static double place(UUID id) {
        long mixed = id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        mixed ^= mixed >>> 31;
        return (mixed >>> 11) * 0x1.0p-53;
    }
}
