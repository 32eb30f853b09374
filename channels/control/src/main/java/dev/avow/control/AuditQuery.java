package dev.avow.control;

import dev.avow.prove.AuditFilter;
import dev.avow.prove.EntryKind;
import dev.avow.words.Fault;
import dev.avow.words.Ids;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of the audit log a request wants. A value that no entry can have is refused, since it would
 * look like a log in which there is nothing.
 */
final class AuditQuery {

    /** Entries without an actor's id. */
    private static final String NOBODY = "none";

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9_]{0,99}");

    private AuditQuery() {}

    static AuditFilter of(ControlRequest request) {
        EntryKind kind =
                request.query("kind")
                        .map(text -> Members.one(text, EntryKind.values(), EntryKind::id, "kind"))
                        .orElse(null);
        String actor = request.query("actor").orElse(null);
        boolean nobody = NOBODY.equals(actor);
        Instant since = time(request, "since");
        Instant until = time(request, "until");
        if (since != null && until != null && !since.isBefore(until)) {
            throw Fault.wrong("until", "until must be later than since");
        }
        return new AuditFilter(
                kind,
                request.query("action").map(AuditQuery::action).orElse(null),
                actor == null || nobody ? null : id(actor),
                nobody,
                since,
                until);
    }

    private static String action(String text) {
        if (!ACTION.matcher(text).matches()) {
            throw Fault.wrong(
                    "action",
                    "action is a name such as policy_created; /api/v1/audit-logs/actions has those"
                            + " that stand in the log");
        }
        return text;
    }

    private static UUID id(String text) {
        return Ids.parse(text)
                .orElseThrow(() ->
                        Fault.wrong(
                                "actor",
                                "actor is the id of a person (/api/v1/users) or of a key"
                                        + " (/api/v1/api-keys), or none for entries without one;"
                                        + " e-mail addresses are sealed in the log"));
    }

    private static @Nullable Instant time(ControlRequest request, String name) {
        return request.query(name).map(text -> Members.time(text, name)).orElse(null);
    }
}
