package dev.avow.control;

import dev.avow.accounts.Users;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.rights.DataExport;
import dev.avow.rights.Erasure;
import dev.avow.rights.Erasures;
import dev.avow.rights.ExportFormat;
import dev.avow.rights.StoreReceipt;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * What people may ask of their data, by themselves or through an administrator (promises P1 to P3,
 * P5, P8): a copy of it, that nothing more is done with it, and its erasure.
 */
public final class RightsRoutes implements Routes {

    private record ReceiptView(String store, String action, long rows, @Nullable String detail) {

        static ReceiptView of(StoreReceipt receipt) {
            return new ReceiptView(
                    receipt.store(),
                    receipt.action().name().toLowerCase(Locale.ROOT),
                    receipt.rows(),
                    receipt.detail());
        }
    }

    private record ErasureView(
            UUID id,
            UUID subjectId,
            String state,
            String message,
            Instant requestedAt,
            @Nullable UUID requestedBy,
            Instant effectiveAt,
            Instant dueAt,
            @Nullable LocalDate heldUntil,
            @Nullable Instant completedAt,
            List<ReceiptView> stores) {

        static ErasureView of(Erasure erasure) {
            return new ErasureView(
                    erasure.id(),
                    erasure.subjectId(),
                    erasure.state().name().toLowerCase(Locale.ROOT),
                    erasure.message(),
                    erasure.requestedAt(),
                    erasure.requestedBy(),
                    erasure.effectiveAt(),
                    erasure.dueAt(),
                    erasure.heldUntil(),
                    erasure.completedAt(),
                    erasure.stores().stream().map(ReceiptView::of).toList());
        }
    }

    private final Users users;
    private final Erasures erasures;
    private final DataExport export;
    private final AuditLog audit;
    private final Semaphore exports;
    private final Executor downloads =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("avow-data-export-", 0).factory());

    /**
     * @param mostExports copies that may be written at once
     */
    public RightsRoutes(
            Users users, Erasures erasures, DataExport export, AuditLog audit, int mostExports) {
        this.users = users;
        this.erasures = erasures;
        this.export = export;
        this.audit = audit;
        this.exports = new Semaphore(mostExports);
    }

    @Override
    public void mount(RouteTable table) {
        table.delete(
                "/api/v1/users/me", Access.PERSON, request -> erase(request, request.userId()));
        table.get(
                "/api/v1/users/me/data-export",
                Access.PERSON,
                request -> export(request, request.userId()));
        table.put(
                "/api/v1/users/me/restriction",
                Access.PERSON,
                request -> restrict(request, request.userId()));
        table.put("/api/v1/users/{id}/restriction", request -> restrict(request, request.pathId()));
        table.get("/api/v1/users", this::list);
        table.get("/api/v1/users/{id}", this::show);
        table.delete("/api/v1/users/{id}", request -> erase(request, request.pathId()));
        table.get(
                "/api/v1/users/{id}/data-export",
                Access.ADMIN,
                request -> export(request, request.pathId()));
        table.get("/api/v1/erasures", this::listErasures);
        table.get("/api/v1/erasures/{id}", this::showErasure);
        table.post("/api/v1/erasures/{id}/recover", this::recover);
    }

    @Override
    public String description() {
        return "rights.json";
    }

    private ControlAnswer list(ControlRequest request) {
        PageRequest wanted = request.page();
        audit.append(request.actor(), AuditEntry.viewed("users_viewed", "user", null));
        return ControlAnswer.ok(users.page(request.tenant(), wanted).map(UserView::of));
    }

    private ControlAnswer show(ControlRequest request) {
        UUID id = request.pathId();
        audit.append(request.actor(), AuditEntry.viewed("user_viewed", "user", id.toString()));
        return ControlAnswer.found(users.find(request.tenant(), id).map(UserView::of));
    }

    private record RestrictionBody(boolean restricted) {}

    private ControlAnswer restrict(ControlRequest request, UUID subject) {
        return ControlAnswer.ok(
                UserView.of(
                        users.restrict(
                                request.actor(),
                                subject,
                                request.body(RestrictionBody.class).restricted())));
    }

    private ControlAnswer erase(ControlRequest request, UUID subject) {
        Erasure erasure = erasures.request(request.actor(), subject);
        boolean done = erasure.state() == Erasure.State.COMPLETE;
        return new ControlAnswer(done ? 200 : 202, ErasureView.of(erasure), Map.of());
    }

    private ControlAnswer listErasures(ControlRequest request) {
        PageRequest wanted = request.page();
        audit.append(request.actor(), AuditEntry.viewed("erasures_viewed", "erasure", null));
        return ControlAnswer.ok(erasures.page(request.tenant(), wanted).map(ErasureView::of));
    }

    private ControlAnswer showErasure(ControlRequest request) {
        UUID id = request.pathId();
        audit.append(
                request.actor(), AuditEntry.viewed("erasure_viewed", "erasure", id.toString()));
        return ControlAnswer.ok(ErasureView.of(erasures.find(request.tenant(), id)));
    }

    private ControlAnswer recover(ControlRequest request) {
        return ControlAnswer.ok(
                ErasureView.of(erasures.recover(request.actor(), request.pathId())));
    }

    private ControlAnswer export(ControlRequest request, UUID subject) {
        String wanted = request.query("format").orElse(ExportFormat.JSON.id());
        ExportFormat format =
                ExportFormat.of(wanted)
                        .orElseThrow(() ->
                                Fault.of(
                                                FaultCode.INVALID_VALUE,
                                                "format must be json, ndjson or csv",
                                                "format")
                                        .asException());
        TenantId tenant = request.tenant();
        if (users.find(tenant, subject).isEmpty()) {
            throw ControlRequest.notFound().asException();
        }
        if (exports.availablePermits() == 0) {
            throw Fault.of(
                            FaultCode.OVERLOADED,
                            "other exports are running; try again when they ended")
                    .asException();
        }
        audit.append(
                request.actor(),
                new AuditEntry(
                        "user_data_exported",
                        "user",
                        subject.toString(),
                        null,
                        Map.of("format", format.id())));
        return ControlAnswer.ok(
                        new Download(
                                downloads,
                                sink -> {
                                    // Taken here, where it is sure to be given back.
                                    if (!exports.tryAcquire()) {
                                        throw new IllegalStateException("others are running");
                                    }
                                    try {
                                        export.write(tenant, subject, format, sink);
                                    } finally {
                                        exports.release();
                                    }
                                }))
                .with("Content-Type", format.mediaType())
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"avow-data-export." + format.id() + "\"");
    }
}
