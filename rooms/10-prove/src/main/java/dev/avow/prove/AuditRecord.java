package dev.avow.prove;

import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log as it is read, its sealed fields opened (promise T1).
 *
 * @param actorId the person's or the key's; null for the operator's command line and for strangers
 * @param actorEmail null where it was no person
 * @param resourceId null for a list
 * @param ipAddress a network's where the region asks for that; null where there was none
 * @param status {@code success} or {@code refused}
 * @param damaged whether it is not as it was logged: a sealed value does not open, and is null
 *     here, or it has no leaf in the log's tree
 */
public record AuditRecord(
        UUID id,
        TenantId tenant,
        Instant timestamp,
        @Nullable UUID actorId,
        @Nullable String actorEmail,
        String action,
        String resourceType,
        @Nullable String resourceId,
        Changes changes,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        String status,
        boolean damaged) {

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "AuditRecord " + id;
    }
}
