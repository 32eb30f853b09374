package dev.avow.consents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register: somebody consented to a purpose, or took that back. It never changes.
 *
 * @param inForce whether it is given and nothing came after it for this purpose
 * @param recordedBy who entered it: the person, an administrator, or the key of a form; null where
 *     it was the command line
 */
public record Consent(
        UUID id,
        UUID userId,
        String purpose,
        boolean given,
        boolean inForce,
        @Nullable String textVersion,
        @Nullable String textSha256,
        String method,
        @Nullable String plaintextNote,
        Instant happenedAt,
        @Nullable UUID recordedBy,
        Instant recordedAt) {

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "Consent " + id;
    }
}
