package dev.avow.prove;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are wanted, by what is not sealed. What is null asks nothing.
 *
 * @param action exactly this
 * @param actor exactly this person's or key's
 * @param nobody only entries without an actor's id: the operator's command line, Avow itself, and
 *     who was not signed in
 * @param since not before
 * @param until before, exclusive
 */
public record AuditFilter(
        @Nullable EntryKind kind,
        @Nullable String action,
        @Nullable UUID actor,
        boolean nobody,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** All of them. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, false, null, null);

    /** What was asked for, as the log notes it of who looks at the log; null for all of it. */
    public @Nullable Map<String, Object> asked() {
        Map<String, Object> asked = new LinkedHashMap<>();
        put(asked, "kind", kind == null ? null : kind.id());
        put(asked, "action", action);
        put(asked, "actor", nobody ? "none" : actor);
        put(asked, "since", since);
        put(asked, "until", until);
        return asked.isEmpty() ? null : asked;
    }

    private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
        if (value != null) {
            asked.put(name, value.toString());
        }
    }
}
