package dev.avow.prove;

import dev.avow.words.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, for the audit log.
 *
 * @param tenant in whose log it stands
 * @param id the person's, the key's, or null for the command line of the operator
 * @param email the person's address; null where it is no person
 * @param ipAddress the caller's, not yet shortened; null where none
 * @param userAgent as sent; null where none
 */
public record Actor(
        TenantId tenant,
        @Nullable UUID id,
        @Nullable String email,
        @Nullable String ipAddress,
        @Nullable String userAgent) {

    /** The operator at the command line. */
    public static Actor operator(TenantId tenant) {
        return new Actor(tenant, null, null, null, "avow command line");
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "Actor " + id;
    }
}
