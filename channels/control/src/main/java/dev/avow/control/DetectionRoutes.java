package dev.avow.control;

import dev.avow.custom.Definition;
import dev.avow.custom.DefinitionJson;
import dev.avow.detection.DefinitionKind;
import dev.avow.detection.DefinitionStore;
import dev.avow.detection.StoredDefinition;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/v1/recognizers}, {@code /api/v1/detection-lists} and {@code /api/v1/finding-types}:
 * what is looked for. Lists are for administrators alone and looking at them is in the audit log:
 * their values may be personal data.
 */
public final class DetectionRoutes implements Routes {

    /**
     * A kind of personal data.
     *
     * @param origin {@code built_in}, {@code recognizer} or {@code list}
     * @param on whether it is looked for
     */
    private record TypeView(String id, int tier, String origin, boolean on) {}

    private final DefinitionStore store;
    private final AuditLog audit;
    private final DefinitionTrial trial;
    private final Set<String> turnedOn;

    /**
     * @param turnedOn the built-in types of the tiers that are turned on
     */
    public DetectionRoutes(
            DefinitionStore store, AuditLog audit, DefinitionTrial trial, Set<String> turnedOn) {
        this.store = store;
        this.audit = audit;
        this.trial = trial;
        this.turnedOn = Set.copyOf(turnedOn);
    }

    @Override
    public void mount(RouteTable table) {
        table.post("/api/v1/recognizers/test", trial::answer)
                .get("/api/v1/finding-types", this::types);
        mount(table, "/api/v1/recognizers", Access.READ, DefinitionKind.RECOGNIZER);
        mount(table, "/api/v1/detection-lists", Access.ADMIN, DefinitionKind.LIST);
    }

    private void mount(RouteTable table, String path, Access access, DefinitionKind kind) {
        Function<ObjectNode, Definition> reading =
                switch (kind) {
                    case RECOGNIZER -> DefinitionJson::recognizer;
                    case LIST -> DefinitionJson::list;
                };
        table.get(path, access, request -> list(request, kind))
                .post(path, request -> create(request, reading))
                .get(path + "/{id}", access, request -> find(request, kind))
                .put(path + "/{id}", request -> replace(request, reading))
                .delete(path + "/{id}", request -> delete(request, kind));
    }

    @Override
    public String description() {
        return "detection.json";
    }

    private ControlAnswer list(ControlRequest request, DefinitionKind kind) {
        var page = request.page();
        viewed(request, kind, null);
        return ControlAnswer.ok(
                store.page(request.tenant(), kind, page).map(DetectionRoutes::view));
    }

    private ControlAnswer find(ControlRequest request, DefinitionKind kind) {
        var id = request.pathId();
        viewed(request, kind, id.toString());
        return ControlAnswer.found(
                store.find(request.tenant(), kind, id).map(DetectionRoutes::view));
    }

    private void viewed(ControlRequest request, DefinitionKind kind, @Nullable String id) {
        if (kind == DefinitionKind.LIST) {
            audit.append(
                    request.actor(), AuditEntry.viewed("detection_lists_viewed", kind.id(), id));
        }
    }

    private ControlAnswer create(ControlRequest request, Function<ObjectNode, Definition> reading) {
        Definition definition = reading.apply(request.bodyObject());
        return ControlAnswer.created(view(store.create(request.actor(), definition)));
    }

    private ControlAnswer replace(
            ControlRequest request, Function<ObjectNode, Definition> reading) {
        var id = request.pathId();
        Definition definition = reading.apply(request.bodyObject());
        return ControlAnswer.ok(view(store.replace(request.actor(), id, definition)));
    }

    private ControlAnswer delete(ControlRequest request, DefinitionKind kind) {
        store.delete(request.actor(), kind, request.pathId());
        return ControlAnswer.noContent();
    }

    /** In the order of their names: what a policy may name. */
    private ControlAnswer types(ControlRequest request) {
        Map<String, TypeView> types = new TreeMap<>();
        Set<String> builtIn = store.rules().builtIn();
        for (String id : builtIn) {
            int tier = store.rules().tierOf(id);
            types.put(id, new TypeView(id, tier, "built_in", turnedOn.contains(id) || tier == 1));
        }
        var definitions = store.definitions(request.tenant());
        definitions
                .types(builtIn)
                .forEach((id, tier) -> types.put(id, new TypeView(id, tier, "list", true)));
        definitions
                .recognizers()
                .forEach(each ->
                        types.put(
                                each.name(),
                                new TypeView(
                                        each.name(),
                                        store.rules().tierOf(each.name()),
                                        "recognizer",
                                        each.enabled())));
        return ControlAnswer.ok(request.pageOf(new ArrayList<>(types.values()), TypeView::id));
    }

    private static Map<String, @Nullable Object> view(StoredDefinition stored) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", stored.id());
        view.put("tenant_id", stored.tenant().value());
        view.putAll(DefinitionJson.values(stored.definition()));
        view.put("created_by", stored.createdBy());
        view.put("created_at", stored.createdAt());
        view.put("modified_at", stored.modifiedAt());
        return view;
    }
}
