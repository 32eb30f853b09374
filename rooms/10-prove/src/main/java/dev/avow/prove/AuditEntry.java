package dev.avow.prove;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done, for the audit log.
 *
 * @param action past tense with underscores, such as {@code policy_created}
 * @param resourceType such as {@code policy}
 * @param resourceId null for a list
 * @param before values before the change; null where there were none. Never secrets or content
 * @param after values after the change; null where there are none
 */
public record AuditEntry(
        String action,
        String resourceType,
        @Nullable String resourceId,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after) {

    /** Something was looked at. */
    public static AuditEntry viewed(
            String action, String resourceType, @Nullable String resourceId) {
        return new AuditEntry(action, resourceType, resourceId, null, null);
    }

    @Override
    public String toString() {
        return "AuditEntry " + action;
    }
}
