package dev.avow.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch that a provider runs or ran.
 *
 * @param remoteId the provider's own id; null where it is just being begun
 * @param inputId the file whose lines it is of
 * @param seen what the provider said of it last, as JSON of numbers and words of the protocol
 * @param plaintextMetadata what its owner noted on it, a JSON object; null where nothing, or it
 *     does not open any more
 */
public record KeptBatch(
        KeptPlace place,
        @Nullable String remoteId,
        UUID inputId,
        String seen,
        @Nullable String plaintextMetadata) {

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "KeptBatch " + place.id();
    }
}
