package dev.avow.record;

import dev.avow.words.Charge;
import java.util.List;
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
 * @param answered who answered, where that is another than the one that the use was opened for;
 *     null where it is that one, or nobody did
 * @param receivedBy all who received some of it; empty where that is whom it was opened for
 */
public record Ending(
        Status status,
        @Nullable String responseHash,
        @Nullable String classificationsJson,
        @Nullable Integer tokensIn,
        @Nullable Integer tokensOut,
        int durationMillis,
        Charge charge,
        @Nullable Platform answered,
        List<Recipient> receivedBy) {

    public Ending {
        receivedBy = List.copyOf(receivedBy);
    }

    /** The end of a use that brought no answer, and went nowhere that it was not opened for. */
    public static Ending unanswered(Status status, int durationMillis, Charge charge) {
        return new Ending(status, null, null, null, null, durationMillis, charge, null, List.of());
    }

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
        /** It left and its answer comes later, in a batch: it is still the status of a start. */
        STARTED,
        /** The caller went away. */
        CANCELLED;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
