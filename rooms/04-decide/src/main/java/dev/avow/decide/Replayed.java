package dev.avow.decide;

import org.jspecify.annotations.Nullable;

/**
 * What policies would say of a use of a model that is over, by what is known of it without its
 * text.
 *
 * @param action the action's id; {@code Block} also where a condition cannot be told
 * @param policy the one that decided; null for the built-in rule
 */
public record Replayed(String action, @Nullable String policy) {

    /** Asks them. */
    public static Replayed of(Facts facts, PolicySet policies) {
        return switch (Matching.of(policies, facts)) {
            case Matching.Unclear unclear ->
                    new Replayed(Policy.Action.BLOCK.id(), unclear.policy());
            case Matching.One one -> new Replayed(one.policy().action().id(), one.policy().name());
            case Matching.None _ ->
                    new Replayed(facts.findingTypes().isEmpty() ? "Allow" : "Mask", null);
        };
    }
}
