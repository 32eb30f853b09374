package dev.avow.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which interactions are wanted. What is null asks nothing.
 *
 * @param status exactly this
 * @param policyAction exactly this
 * @param model exactly this, as the provider knows it
 * @param since not before
 * @param until before, exclusive
 */
public record InteractionFilter(
        @Nullable String status,
        @Nullable String policyAction,
        @Nullable String model,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** All of them. */
    public static final InteractionFilter ALL = new InteractionFilter(null, null, null, null, null);
}
