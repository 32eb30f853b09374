package dev.avow.requests;

import dev.avow.prove.AuditEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the audit log holds of a request: states and times alone, since it is never changed. */
final class RequestAudit {

    private RequestAudit() {}

    static AuditEntry entry(String action, @Nullable PrivacyRequest before, PrivacyRequest after) {
        return new AuditEntry(
                action,
                "privacy_request",
                after.id().toString(),
                before == null ? null : values(before),
                values(after));
    }

    private static Map<String, Object> values(PrivacyRequest request) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", request.kind().id());
        values.put("law", request.law().id());
        values.put("state", request.state().id());
        values.put("received_at", request.receivedAt().toString());
        values.put("due_at", request.dueAt().toString());
        values.put("acknowledged", request.acknowledgedAt() != null);
        values.put("extended", request.extendedAt() != null);
        values.put("code_tries", request.codeTries());
        if (request.verifiedBy() != null) {
            values.put("verified_by", request.verifiedBy());
        }
        return values;
    }
}
