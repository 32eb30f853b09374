package dev.avow.policies;

import dev.avow.decide.Manner;
import dev.avow.decide.Policy;
import dev.avow.decide.Side;
import dev.avow.tenancy.RowTime;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Reads and writes the table {@code policies}, in a transaction of the caller's. */
final class PolicyRows {

    private static final String ALL =
            """
            SELECT id, name, description, enabled, priority, conditions, action, message,
                   masking, shadow, justification, applies_to, created_by, created_at, modified_at
            FROM policies ORDER BY priority, name COLLATE "C"
            """;

    private static final String ONE =
            """
            SELECT id, name, description, enabled, priority, conditions, action, message,
                   masking, shadow, justification, applies_to, created_by, created_at, modified_at
            FROM policies WHERE id = :id
            """;

    private static final String LOCKED =
            """
            SELECT id, name, description, enabled, priority, conditions, action, message,
                   masking, shadow, justification, applies_to, created_by, created_at, modified_at
            FROM policies WHERE id = :id FOR UPDATE
            """;

    private static final String INSERT =
            """
            INSERT INTO policies (tenant_id, id, name, description, enabled, priority, conditions,
                                  action, message, masking, shadow, justification, applies_to,
                                  created_by, created_at, modified_at)
            VALUES (:tenant, :id, :name, :description, :enabled, :priority, :conditions::jsonb,
                    :action, :message, :masking::jsonb, :shadow, :justification, :applies_to,
                    :created_by::uuid, :created_at, :modified_at)
            """;

    private static final String REPLACE =
            """
            UPDATE policies
            SET name = :name, description = :description, enabled = :enabled,
                priority = :priority, conditions = :conditions::jsonb, action = :action,
                message = :message, masking = :masking::jsonb, shadow = :shadow,
                justification = :justification, applies_to = :applies_to,
                modified_at = :modified_at
            WHERE id = :id
            """;

    private static final String DELETE = "DELETE FROM policies WHERE id = :id";

    private PolicyRows() {}

    static List<StoredPolicy> all(Handle handle, TenantId tenant) {
        return handle.createQuery(ALL).map((row, _) -> read(row, tenant)).list();
    }

    static Optional<StoredPolicy> find(Handle handle, TenantId tenant, UUID id) {
        return handle.createQuery(ONE).bind("id", id).map((row, _) -> read(row, tenant)).findOne();
    }

    static Optional<StoredPolicy> lock(Handle handle, TenantId tenant, UUID id) {
        return handle.createQuery(LOCKED)
                .bind("id", id)
                .map((row, _) -> read(row, tenant))
                .findOne();
    }

    static void insert(Handle handle, StoredPolicy stored) {
        bind(handle.createUpdate(INSERT), stored)
                .bind("tenant", stored.tenant().value())
                .bind("created_by", stored.createdBy())
                .bind("created_at", utc(stored.createdAt()))
                .execute();
    }

    static void replace(Handle handle, StoredPolicy stored) {
        bind(handle.createUpdate(REPLACE), stored).execute();
    }

    static void delete(Handle handle, UUID id) {
        handle.createUpdate(DELETE).bind("id", id).execute();
    }

    private static Update bind(Update update, StoredPolicy stored) {
        Policy policy = stored.policy();
        return update.bind("id", policy.id())
                .bind("name", policy.name())
                .bind("description", stored.description())
                .bind("enabled", policy.enabled())
                .bind("priority", policy.priority())
                .bind("conditions", PolicyValues.json(policy.conditions()))
                .bind("action", policy.action().id())
                .bind("message", policy.message())
                .bind("masking", MannerValues.json(policy.manner().masking()))
                .bind("shadow", policy.manner().shadow())
                .bind("justification", policy.manner().justification())
                .bind("applies_to", policy.manner().appliesTo().id())
                .bind("modified_at", utc(stored.modifiedAt()));
    }

    private static StoredPolicy read(ResultSet row, TenantId tenant) throws SQLException {
        Policy policy =
                new Policy(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("enabled"),
                        row.getInt("priority"),
                        PolicyValues.conditions(row.getString("conditions")),
                        Objects.requireNonNull(Policy.Action.of(row.getString("action"))),
                        row.getString("message"),
                        new Manner(
                                MannerValues.masking(row.getString("masking")),
                                row.getBoolean("shadow"),
                                row.getInt("justification"),
                                Side.of(row.getString("applies_to")).orElseThrow()));
        return new StoredPolicy(
                tenant,
                policy,
                row.getString("description"),
                row.getObject("created_by", UUID.class),
                RowTime.at(row, "created_at"),
                RowTime.at(row, "modified_at"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
