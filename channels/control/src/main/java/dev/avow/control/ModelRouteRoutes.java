package dev.avow.control;

import dev.avow.registry.Regions;
import dev.avow.registry.RouteDraft;
import dev.avow.registry.RouteStore;
import dev.avow.registry.RouteTarget;
import dev.avow.registry.StoredRoute;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/routes}: a tenant's own names for models, and what each stands for. */
public final class ModelRouteRoutes implements Routes {

    private static final String PATH = "/api/v1/routes";
    private static final String ONE = PATH + "/{id}";

    private record Target(
            @Nullable String provider,
            @Nullable String model,
            @Nullable Integer weight,
            @Nullable Integer priority) {}

    private record Body(
            String name,
            List<@Nullable Target> targets,
            @Nullable Boolean repeatAfterTimeout,
            @Nullable List<@Nullable String> allowedRegions) {}

    /** What is null or not there stays as it is. */
    private record Change(
            @Nullable String name,
            @Nullable List<@Nullable Target> targets,
            @Nullable Boolean repeatAfterTimeout,
            @Nullable List<@Nullable String> allowedRegions) {}

    private record View(
            UUID id,
            String name,
            List<RouteTarget> targets,
            boolean repeatAfterTimeout,
            List<Region> allowedRegions,
            @Nullable UUID createdBy,
            Instant createdAt,
            Instant modifiedAt) {}

    private final RouteStore store;

    public ModelRouteRoutes(RouteStore store) {
        this.store = store;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, this::list)
                .post(PATH, this::create)
                .get(ONE, this::find)
                .patch(ONE, this::change)
                .delete(ONE, this::delete);
    }

    @Override
    public String description() {
        return "routes.json";
    }

    private ControlAnswer list(ControlRequest request) {
        return ControlAnswer.ok(
                store.page(request.tenant(), request.page()).map(ModelRouteRoutes::view));
    }

    private ControlAnswer create(ControlRequest request) {
        Body body = request.body(Body.class);
        return ControlAnswer.created(
                view(
                        store.create(
                                request.actor(),
                                new RouteDraft(
                                        body.name(),
                                        targets(body.targets()),
                                        Boolean.TRUE.equals(body.repeatAfterTimeout()),
                                        body.allowedRegions() == null
                                                ? List.of()
                                                : Regions.of(
                                                        body.allowedRegions(),
                                                        "allowed_regions")))));
    }

    private ControlAnswer find(ControlRequest request) {
        return ControlAnswer.found(
                store.find(request.tenant(), request.pathId()).map(ModelRouteRoutes::view));
    }

    private ControlAnswer change(ControlRequest request) {
        Change body = request.body(Change.class);
        return ControlAnswer.ok(
                view(
                        store.change(
                                request.actor(), request.pathId(), before -> after(before, body))));
    }

    private static RouteDraft after(RouteDraft before, Change body) {
        return new RouteDraft(
                body.name() == null ? before.name() : body.name(),
                body.targets() == null ? before.targets() : targets(body.targets()),
                body.repeatAfterTimeout() == null
                        ? before.repeatAfterTimeout()
                        : body.repeatAfterTimeout(),
                body.allowedRegions() == null
                        ? before.allowedRegions()
                        : Regions.of(body.allowedRegions(), "allowed_regions"));
    }

    private ControlAnswer delete(ControlRequest request) {
        store.delete(request.actor(), request.pathId());
        return ControlAnswer.noContent();
    }

    private static List<RouteTarget> targets(List<@Nullable Target> given) {
        List<RouteTarget> targets = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            String where = "targets[" + i + "]";
            Target target = given.get(i);
            if (target == null || target.provider() == null) {
                throw missing(where + ".provider");
            }
            if (target.model() == null) {
                throw missing(where + ".model");
            }
            targets.add(
                    new RouteTarget(
                            target.provider(),
                            target.model(),
                            target.weight() == null ? 1 : target.weight(),
                            target.priority() == null ? 1 : target.priority()));
        }
        return targets;
    }

    private static RuntimeException missing(String field) {
        return Fault.of(
                        FaultCode.MISSING_VALUE,
                        field + " is missing; a target has provider and model",
                        field)
                .asException();
    }

    private static View view(StoredRoute route) {
        return new View(
                route.id(),
                route.name(),
                route.targets(),
                route.repeatAfterTimeout(),
                route.allowedRegions(),
                route.createdBy(),
                route.createdAt(),
                route.modifiedAt());
    }
}
