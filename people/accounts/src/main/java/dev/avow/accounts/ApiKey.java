package dev.avow.accounts;

import dev.avow.admit.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is shown. The key itself is not kept and cannot be shown again.
 *
 * @param prefix the key's first 12 characters, to recognise it by
 * @param userId as whom it acts; null where for itself
 * @param lastUsedAt to the minute; null where never
 * @param revokedAt null while it is good
 * @param rules what it may do beyond its scopes
 */
public record ApiKey(
        UUID id,
        String name,
        String prefix,
        Set<Scope> scopes,
        @Nullable UUID userId,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        KeyRules rules) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "ApiKey " + id;
    }
}
