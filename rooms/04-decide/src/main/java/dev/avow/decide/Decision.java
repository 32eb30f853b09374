package dev.avow.decide;

import dev.avow.classify.Classified;
import org.jspecify.annotations.Nullable;

/** What is to be done with a request. */
public sealed interface Decision {

    /** The request that was decided on. */
    Classified classified();

    /** The policy that decided; null for the built-in rule. */
    @Nullable String policy();

    /** The risk it was decided at. */
    Risk risk();

    /** The action as an interaction records it. */
    String action();

    /** It leaves as it is. */
    record Allow(Classified classified, @Nullable String policy, Risk risk, String action)
            implements Decision {}

    /**
     * It leaves with every finding replaced.
     *
     * @param masking by what
     */
    record Mask(Classified classified, @Nullable String policy, Risk risk, MaskRules masking)
            implements Decision {

        /** By pseudonyms. */
        public Mask(Classified classified, @Nullable String policy, Risk risk) {
            this(classified, policy, risk, MaskRules.PSEUDONYMS);
        }

        @Override
        public String action() {
            return "Mask";
        }
    }

    /**
     * The person is to be told first.
     *
     * @param justification characters that a reason must have; 0 where none is asked for
     */
    record Coach(Classified classified, String policy, Risk risk, String message, int justification)
            implements Decision {
        @Override
        public String action() {
            return "Coach";
        }
    }

    /** It does not leave. */
    record Block(Classified classified, String policy, Risk risk, String message)
            implements Decision {
        @Override
        public String action() {
            return "Block";
        }
    }

    /** It could not be decided, since not all of it was looked at. It does not leave. */
    record Gap(Classified classified, Risk risk) implements Decision {
        @Override
        public @Nullable String policy() {
            return null;
        }

        @Override
        public String action() {
            return "Gap";
        }
    }
}
