package dev.avow.record;

import dev.avow.words.Charge;
import org.jspecify.annotations.Nullable;

/**
 * How a use of a model ended.
 *
 * @param status how
 * @param responseHash a fingerprint under the tenant's key; null where there was no answer
 * @param classificationsJson the request's and the answer's findings; null to leave the request's
 * @param tokensIn null where the provider did not say
 * @param tokensOut null where the provider did not say
 * @param durationMillis from admission to the end
 * @param charge what it came to
 */
public record Ending(
        Status status,
        @Nullable String responseHash,
        @Nullable String classificationsJson,
        @Nullable Integer tokensIn,
        @Nullable Integer tokensOut,
        int durationMillis,
        Charge charge) {

    /** How a use can end. */
    public enum Status {
        COMPLETED,
        /** A policy did not let it leave. */
        BLOCKED,
        /** The person was told first. */
        COACHED,
        /** It could not be classified. */
        REFUSED,
        /** The provider failed. */
        FAILED,
        /** The caller went away. */
        CANCELLED;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
