package dev.avow.prove;

/**
 * An action that stands in a tenant's log.
 *
 * @param action as entries name it, such as {@code policy_created}
 */
public record AuditAction(String action, EntryKind kind) {}
