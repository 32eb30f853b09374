package dev.avow.control;

import dev.avow.prove.AuditAction;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditExport;
import dev.avow.prove.AuditFilter;
import dev.avow.prove.AuditLog;
import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditProofs;
import dev.avow.prove.AuditRecord;
import dev.avow.prove.Changes;
import dev.avow.prove.Checkpoints;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
            String status,
            boolean damaged) {

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
                    entry.status(),
                    entry.damaged());
        }

        @Override
        public String toString() {
            return "EntryView " + id;
        }
    }

    private record ActionView(String action, String kind) {

        static ActionView of(AuditAction action) {
            return new ActionView(action.action(), action.kind().id());
        }
    }

    private record CheckpointView(
            String origin,
            long size,
            String verifierKey,
            String checkpoint,
            List<String> cosigned) {}

    /** Each reads the whole log. */
    private static final int MOST_EXPORTS = 2;

    private final Semaphore exports = new Semaphore(MOST_EXPORTS);
    private final AuditLog audit;
    private final AuditLogReader reader;
    private final Checkpoints checkpoints;
    private final AuditExport export;
    private final AuditProofs proofs;
    private final Executor downloads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("avow-download-", 0).factory());

    public AuditLogRoutes(
            AuditLog audit,
            AuditLogReader reader,
            Checkpoints checkpoints,
            AuditExport export,
            AuditProofs proofs) {
        this.audit = audit;
        this.reader = reader;
        this.checkpoints = checkpoints;
        this.export = export;
        this.proofs = proofs;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/audit-logs", this::list);
        table.get("/api/v1/audit-logs/actions", this::actions);
        table.get("/api/v1/audit-logs/checkpoint", this::checkpoint);
        table.get("/api/v1/audit-logs/export", Access.ADMIN, this::export);
        table.get("/api/v1/audit-logs/consistency", this::consistency);
        table.get("/api/v1/audit-logs/{id}/proof", Access.ADMIN, this::proof);
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
                        signed.note(),
                        checkpoints.cosigned(request.tenant(), signed)));
    }

    private ControlAnswer proof(ControlRequest request) {
        UUID id = request.pathId();
        return alone(() -> {
            audit.append(
                    request.actor(),
                    AuditEntry.viewed("audit_log_proof_viewed", "audit_log", id.toString()));
            return ControlAnswer.found(proofs.inclusion(request.tenant(), id));
        });
    }

    private ControlAnswer consistency(ControlRequest request) {
        long from =
                request.query("from")
                        .map(text -> entries("from", text))
                        .orElseThrow(() -> noNumber("from"));
        Long to = request.query("to").map(text -> entries("to", text)).orElse(null);
        return alone(() -> ControlAnswer.ok(proofs.consistency(request.tenant(), from, to)));
    }

    private static long entries(String field, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw noNumber(field);
        }
        return Long.parseLong(text);
    }

    private static RuntimeException noNumber(String field) {
        return Fault.of(FaultCode.INVALID_VALUE, field + " is a number of entries", field)
                .asException();
    }

    private static RuntimeException busy() {
        return Fault.of(
                        FaultCode.OVERLOADED,
                        "other exports or proofs of audit logs are being made; try again when they"
                                + " ended")
                .asException();
    }

    /** A proof reads the whole log, as an export does. */
    private ControlAnswer alone(Supplier<ControlAnswer> work) {
        if (!exports.tryAcquire()) {
            throw busy();
        }
        try {
            return work.get();
        } finally {
            exports.release();
        }
    }

    private ControlAnswer export(ControlRequest request) {
        if (exports.availablePermits() == 0) {
            throw busy();
        }
        audit.append(request.actor(), AuditEntry.viewed("audit_logs_exported", "audit_log", null));
        TenantId tenant = request.tenant();
        return ControlAnswer.ok(new Download(downloads, sink -> write(tenant, sink)))
                .with("Content-Type", "application/x-ndjson")
                .with("Content-Disposition", "attachment; filename=\"avow-audit-log.ndjson\"");
    }

    private void write(TenantId tenant, Consumer<byte[]> sink) {
        // Taken here, where it is sure to be given back; a caller who just missed it is cut off.
        if (!exports.tryAcquire()) {
            throw new IllegalStateException("other exports are running");
        }
        try {
            export.write(tenant, sink);
        } finally {
            exports.release();
        }
    }

    private ControlAnswer list(ControlRequest request) {
        AuditFilter filter = AuditQuery.of(request);
        PageRequest wanted = request.page();
        audit.append(
                request.actor(),
                new AuditEntry("audit_logs_viewed", "audit_log", null, null, filter.asked()));
        return ControlAnswer.ok(reader.page(request.tenant(), filter, wanted).map(EntryView::of));
    }

    /** Names of actions tell of nobody, so that they were seen is no entry. */
    private ControlAnswer actions(ControlRequest request) {
        return ControlAnswer.ok(
                request.pageOf(
                        reader.actions(request.tenant()).stream().map(ActionView::of).toList(),
                        ActionView::action));
    }
}
