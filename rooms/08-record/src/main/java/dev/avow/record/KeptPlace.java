package dev.avow.record;

import dev.avow.words.Destination;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a file or a batch is that a provider keeps, and where.
 *
 * @param id ours, by which its owner names it
 * @param userId the person; null for a key that acts for itself
 * @param apiKeyId the key by which it was given; null for a person who was signed in
 * @param destination the provider; its model is empty
 * @param route the one that all lines name
 * @param createdAt to the microsecond
 * @param expiresAt when what is known of it here goes
 */
public record KeptPlace(
        TenantId tenant,
        UUID id,
        @Nullable UUID userId,
        @Nullable UUID apiKeyId,
        Destination destination,
        Route route,
        Instant createdAt,
        Instant expiresAt) {

    /** The same owner, provider and route, for something else that lasts as long. */
    public KeptPlace of(UUID otherId, Instant madeAt) {
        return new KeptPlace(
                tenant, otherId, userId, apiKeyId, destination, route, madeAt, expiresAt);
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "KeptPlace " + id;
    }
}
