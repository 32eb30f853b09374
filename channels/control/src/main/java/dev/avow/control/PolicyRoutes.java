package dev.avow.control;

import dev.avow.policies.MannerValues;
import dev.avow.policies.PolicyStore;
import dev.avow.policies.PolicyValues;
import dev.avow.policies.StoredPolicy;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/policies}: who may send what, where (promise B7). */
public final class PolicyRoutes implements Routes {

    private record View(
            UUID id,
            UUID tenantId,
            String name,
            String description,
            boolean enabled,
            int priority,
            Map<String, @Nullable Object> conditions,
            String action,
            @Nullable String message,
            Map<String, Object> masking,
            boolean shadow,
            int justification,
            String appliesTo,
            @Nullable UUID createdBy,
            Instant createdAt,
            Instant modifiedAt) {}

    private final PolicyStore store;
    private final DryRun dryRun;
    private final PolicyReplay replay;

    public PolicyRoutes(PolicyStore store, DryRun dryRun, PolicyReplay replay) {
        this.store = store;
        this.dryRun = dryRun;
        this.replay = replay;
    }

    @Override
    public void mount(RouteTable table) {
        table.post("/api/v1/policies/dry-run", dryRun::answer)
                .post("/api/v1/policies/replay", replay::answer)
                .get("/api/v1/policies", this::list)
                .post("/api/v1/policies", this::create)
                .get("/api/v1/policies/{id}", this::find)
                .put("/api/v1/policies/{id}", this::replace)
                .delete("/api/v1/policies/{id}", this::delete);
    }

    @Override
    public String description() {
        return "policies.json";
    }

    private ControlAnswer list(ControlRequest request) {
        return ControlAnswer.ok(
                store.page(request.tenant(), request.page()).map(PolicyRoutes::view));
    }

    private ControlAnswer create(ControlRequest request) {
        return ControlAnswer.created(
                view(store.create(request.actor(), request.body(PolicyBody.class).read())));
    }

    private ControlAnswer find(ControlRequest request) {
        return ControlAnswer.found(
                store.find(request.tenant(), request.pathId()).map(PolicyRoutes::view));
    }

    private ControlAnswer replace(ControlRequest request) {
        return ControlAnswer.ok(
                view(
                        store.replace(
                                request.actor(),
                                request.pathId(),
                                request.body(PolicyBody.class).read())));
    }

    private ControlAnswer delete(ControlRequest request) {
        store.delete(request.actor(), request.pathId());
        return ControlAnswer.noContent();
    }

    private static View view(StoredPolicy stored) {
        return new View(
                stored.policy().id(),
                stored.tenant().value(),
                stored.policy().name(),
                stored.description(),
                stored.policy().enabled(),
                stored.policy().priority(),
                PolicyValues.of(stored.policy().conditions()),
                stored.policy().action().id(),
                stored.policy().message(),
                MannerValues.of(stored.policy().manner().masking()),
                stored.policy().manner().shadow(),
                stored.policy().manner().justification(),
                stored.policy().manner().appliesTo().id(),
                stored.createdBy(),
                stored.createdAt(),
                stored.modifiedAt());
    }
}
