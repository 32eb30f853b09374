package dev.avow.registry;

import dev.avow.tenancy.RowTime;
import dev.avow.words.Region;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/** The rows of {@code routes} and {@code route_targets}, in a transaction of the caller's. */
final class RouteRows {

    private static final String ALL = "SELECT * FROM routes ORDER BY created_at DESC, id DESC";

    private static final String TARGETS = "SELECT * FROM route_targets ORDER BY route_id, position";

    private static final String LOCKED = "SELECT id FROM routes WHERE id = :id FOR UPDATE";

    private static final String COUNT = "SELECT count(*) FROM routes";

    private static final String INSERT =
            """
            INSERT INTO routes (tenant_id, id, name, repeat_after_timeout, allowed_regions,
                                created_by, created_at, modified_at)
            VALUES (:tenant, :id, :name, :repeat, :regions, :by::uuid, :created_at, :modified_at)
            """;

    private static final String CHANGE =
            """
            UPDATE routes SET name = :name, repeat_after_timeout = :repeat,
                allowed_regions = :regions, modified_at = :modified_at
            WHERE id = :id
            """;

    private static final String CLEAR = "DELETE FROM route_targets WHERE route_id = :id";

    private static final String INSERT_TARGET =
            """
            INSERT INTO route_targets (tenant_id, route_id, position, provider, model, weight,
                                       priority)
            VALUES (:tenant, :id, :position, :provider, :model, :weight, :priority)
            """;

    private static final String DELETE = "DELETE FROM routes WHERE id = :id";

    private RouteRows() {}

    /** Newest first. */
    static List<StoredRoute> all(Handle handle) {
        Map<UUID, List<RouteTarget>> targets = new LinkedHashMap<>();
        handle.createQuery(TARGETS)
                .map((row, _) -> {
                    UUID route = row.getObject("route_id", UUID.class);
                    targets.computeIfAbsent(route, _ -> new ArrayList<>()).add(target(row));
                    return route;
                })
                .list();
        return handle.createQuery(ALL).map((row, _) -> route(row, targets)).list();
    }

    static Optional<StoredRoute> lock(Handle handle, UUID id) {
        return handle.createQuery(LOCKED).bind("id", id).mapTo(UUID.class).findOne().isEmpty()
                ? Optional.empty()
                : all(handle).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    static int count(Handle handle) {
        return handle.createQuery(COUNT).mapTo(Integer.class).one();
    }

    static void insert(Handle handle, TenantId tenant, StoredRoute route) {
        bind(handle.createUpdate(INSERT), route)
                .bind("tenant", tenant.value())
                .bindByType("by", route.createdBy(), UUID.class)
                .bind("created_at", route.createdAt().atOffset(ZoneOffset.UTC))
                .execute();
        insertTargets(handle, tenant, route);
    }

    static void change(Handle handle, TenantId tenant, StoredRoute route) {
        bind(handle.createUpdate(CHANGE), route).execute();
        handle.createUpdate(CLEAR).bind("id", route.id()).execute();
        insertTargets(handle, tenant, route);
    }

    static void delete(Handle handle, UUID id) {
        handle.createUpdate(DELETE).bind("id", id).execute();
    }

    private static Update bind(Update update, StoredRoute route) {
        return update.bind("id", route.id())
                .bind("name", route.name())
                .bind("repeat", route.repeatAfterTimeout())
                .bind("regions", Region.names(route.allowedRegions()).toArray(String[]::new))
                .bind("modified_at", route.modifiedAt().atOffset(ZoneOffset.UTC));
    }

    private static void insertTargets(Handle handle, TenantId tenant, StoredRoute route) {
        try (PreparedBatch batch = handle.prepareBatch(INSERT_TARGET)) {
            for (int i = 0; i < route.targets().size(); i++) {
                RouteTarget target = route.targets().get(i);
                batch.bind("tenant", tenant.value())
                        .bind("id", route.id())
                        .bind("position", i)
                        .bind("provider", target.provider())
                        .bind("model", target.model())
                        .bind("weight", target.weight())
                        .bind("priority", target.priority())
                        .add();
            }
            batch.execute();
        }
    }

    private static StoredRoute route(ResultSet row, Map<UUID, List<RouteTarget>> targets)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new StoredRoute(
                id,
                row.getString("name"),
                targets.getOrDefault(id, List.of()),
                row.getBoolean("repeat_after_timeout"),
                Regions.of(row.getArray("allowed_regions")),
                row.getObject("created_by", UUID.class),
                RowTime.at(row, "created_at"),
                RowTime.at(row, "modified_at"));
    }

    private static RouteTarget target(ResultSet row) throws SQLException {
        return new RouteTarget(
                row.getString("provider"),
                row.getString("model"),
                row.getInt("weight"),
                row.getInt("priority"));
    }
}
