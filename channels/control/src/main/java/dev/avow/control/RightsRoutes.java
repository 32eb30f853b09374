package dev.avow.control;

import dev.avow.accounts.Users;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.rights.DataExport;
import dev.avow.rights.Erasure;
import dev.avow.rights.Erasures;
import dev.avow.rights.KeptExports;
import dev.avow.rights.StoreReceipt;
import dev.avow.words.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
    private final DataExports exports;
    private final AuditLog audit;

    /**
     * @param kept copies that can be resumed
     * @param mostExports copies that may be written at once
     */
    public RightsRoutes(
            Users users,
            Erasures erasures,
            DataExport export,
            KeptExports kept,
            AuditLog audit,
            int mostExports) {
        this.users = users;
        this.erasures = erasures;
        this.exports = new DataExports(users, export, kept, audit, mostExports);
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.delete(
                "/api/v1/users/me", Access.PERSON, request -> erase(request, request.userId()));
        table.get(
                "/api/v1/users/me/data-export",
                Access.PERSON,
                request -> exports.answer(request, request.userId()));
        table.put(
                "/api/v1/users/me/restriction",
                Access.PERSON,
                request -> restrict(request, request.userId()));
        table.put("/api/v1/users/{id}/restriction", request -> restrict(request, request.pathId()));
        table.delete("/api/v1/users/{id}", request -> erase(request, request.pathId()));
        table.get(
                "/api/v1/users/{id}/data-export",
                Access.ADMIN,
                request -> exports.answer(request, request.pathId()));
        table.get("/api/v1/erasures", this::listErasures);
        table.get("/api/v1/erasures/{id}", this::showErasure);
        table.post("/api/v1/erasures/{id}/recover", this::recover);
    }

    @Override
    public String description() {
        return "rights.json";
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
        exports.drop(request.tenant(), subject);
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
}
