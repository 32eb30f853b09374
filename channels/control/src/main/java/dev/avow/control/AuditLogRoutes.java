package dev.avow.control;

import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditExport;
import dev.avow.prove.AuditLog;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditRecord;
import dev.avow.prove.Changes;
import dev.avow.prove.Checkpoints;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
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

    private record CheckpointView(
            String origin, long size, String verifierKey, String checkpoint) {}

    private final AuditLog audit;
    private final AuditLogReader reader;
    private final Checkpoints checkpoints;
    private final AuditExport export;
    private final Executor downloads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("avow-download-", 0).factory());

    public AuditLogRoutes(
            AuditLog audit, AuditLogReader reader, Checkpoints checkpoints, AuditExport export) {
        this.audit = audit;
        this.reader = reader;
        this.checkpoints = checkpoints;
        this.export = export;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/audit-logs", this::list);
        table.get("/api/v1/audit-logs/checkpoint", this::checkpoint);
        table.get("/api/v1/audit-logs/export", Access.ADMIN, this::export);
    }

    @Override
    public String description() {
        return "audit-logs.json";
    }

    private ControlAnswer checkpoint(ControlRequest request) {
        Checkpoints.Signed signed = checkpoints.sign(request.tenant());
        return ControlAnswer.ok(
                new CheckpointView(
                        signed.checkpoint().origin(),
                        signed.checkpoint().size(),
                        signed.key().text(),
                        signed.note()));
    }

    private ControlAnswer export(ControlRequest request) {
        audit.append(request.actor(), AuditEntry.viewed("audit_logs_exported", "audit_log", null));
        TenantId tenant = request.tenant();
        return ControlAnswer.ok(new Download(downloads, sink -> export.write(tenant, sink)))
                .with("Content-Type", "application/x-ndjson")
                .with("Content-Disposition", "attachment; filename=\"avow-audit-log.ndjson\"");
    }

    private ControlAnswer list(ControlRequest request) {
        PageRequest wanted = request.page();
        audit.append(request.actor(), AuditEntry.viewed("audit_logs_viewed", "audit_log", null));
        return ControlAnswer.ok(reader.page(request.tenant(), wanted).map(EntryView::of));
    }
}
