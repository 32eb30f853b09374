package dev.avow.control;

import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditRecord;
import dev.avow.prove.Changes;
import dev.avow.words.PageRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log as it is seen; that it was seen stands in it too (promises T1, T2). */
public final class AuditLogRoutes implements Routes {

    private record EntryView(
            UUID id,
            UUID tenantId,
            @Nullable UUID actorId,
            @Nullable String actorEmail,
            String action,
            String resourceType,
            @Nullable String resourceId,
            Changes changes,
            @Nullable String ipAddress,
            @Nullable String userAgent,
            Instant timestamp,
            String status) {

        static EntryView of(AuditRecord entry) {
            return new EntryView(
                    entry.id(),
                    entry.tenant().value(),
                    entry.actorId(),
                    entry.actorEmail(),
                    entry.action(),
                    entry.resourceType(),
                    entry.resourceId(),
                    entry.changes(),
                    entry.ipAddress(),
                    entry.userAgent(),
                    entry.timestamp(),
                    entry.status());
        }

        @Override
        public String toString() {
            return "EntryView " + id;
        }
    }

    private final AuditLog audit;
    private final AuditLogReader reader;

    public AuditLogRoutes(AuditLog audit, AuditLogReader reader) {
        this.audit = audit;
        this.reader = reader;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/audit-logs", this::list);
    }

    @Override
    public String description() {
        return "audit-logs.json";
    }

    private ControlAnswer list(ControlRequest request) {
        PageRequest wanted = request.page();
        audit.append(request.actor(), AuditEntry.viewed("audit_logs_viewed", "audit_log", null));
        return ControlAnswer.ok(reader.page(request.tenant(), wanted).map(EntryView::of));
    }
}
