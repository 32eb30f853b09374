package dev.avow.detection;

import dev.avow.custom.Definition;
import dev.avow.custom.DefinitionJson;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.UnsealAccess;
import dev.avow.tenancy.RowTime;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Reads and writes the table {@code detection_definitions}, in a transaction of the caller's. What
 * a definition says is sealed under the tenant's key: its words, values and examples may be
 * personal data, and so may its name.
 */
final class DefinitionRows {

    private static final String TABLE = "detection_definitions";
    private static final String COLUMN = "definition_sealed";

    private static final String ALL =
            """
            SELECT id, kind, definition_sealed, created_by, created_at, modified_at
            FROM detection_definitions ORDER BY created_at, id
            """;

    private static final String ONE =
            """
            SELECT id, kind, definition_sealed, created_by, created_at, modified_at
            FROM detection_definitions WHERE id = :id AND kind = :kind
            """;

    /** One change of a tenant's definitions after the other, so that limits in all hold. */
    private static final String ONE_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(hashtextextended('detection_definitions ' || :tenant,"
                    + " 0))";

    private static final String INSERT =
            """
            INSERT INTO detection_definitions (tenant_id, id, kind, name_index, definition_sealed,
                                               created_by, created_at, modified_at)
            VALUES (:tenant, :id, :kind, :name_index, :definition, :created_by::uuid, :created_at,
                    :modified_at)
            """;

    private static final String REPLACE =
            """
            UPDATE detection_definitions
            SET name_index = :name_index, definition_sealed = :definition,
                modified_at = :modified_at
            WHERE id = :id AND kind = :kind
            """;

    private static final String DELETE =
            "DELETE FROM detection_definitions WHERE id = :id AND kind = :kind";

    private final Keyring keyring;

    DefinitionRows(Keyring keyring) {
        this.keyring = keyring;
    }

    static void oneAtATime(Handle handle, TenantId tenant) {
        handle.createQuery(ONE_AT_A_TIME)
                .bind("tenant", tenant.toString())
                .map((_, _) -> true)
                .one();
    }

    /** All of a tenant, of both kinds, the oldest first. */
    List<StoredDefinition> all(Handle handle, TenantId tenant) {
        return handle.createQuery(ALL).map((row, _) -> read(row, tenant)).list();
    }

    Optional<StoredDefinition> find(Handle handle, TenantId tenant, DefinitionKind kind, UUID id) {
        return handle.createQuery(ONE)
                .bind("id", id)
                .bind("kind", kind.id())
                .map((row, _) -> read(row, tenant))
                .findOne();
    }

    void insert(Handle handle, StoredDefinition stored) {
        bind(handle.createUpdate(INSERT), stored)
                .bind("tenant", stored.tenant().value())
                .bind("created_by", stored.createdBy())
                .bind("created_at", utc(stored.createdAt()))
                .execute();
    }

    void replace(Handle handle, StoredDefinition stored) {
        bind(handle.createUpdate(REPLACE), stored).execute();
    }

    static void delete(Handle handle, DefinitionKind kind, UUID id) {
        handle.createUpdate(DELETE).bind("id", id).bind("kind", kind.id()).execute();
    }

    private Update bind(Update update, StoredDefinition stored) {
        Definition definition = stored.definition();
        var keys = keyring.of(stored.tenant());
        String name = TABLE + ".name " + definition.name();
        return update.bind("id", stored.id())
                .bind("kind", stored.kind().id())
                .bind(
                        "name_index",
                        keys.mac(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .bind(
                        "definition",
                        keys.seal(
                                DefinitionJson.write(definition),
                                place(stored.tenant(), stored.id())))
                .bind("modified_at", utc(stored.modifiedAt()));
    }

    private StoredDefinition read(ResultSet row, TenantId tenant) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String json =
                keyring.of(tenant)
                        .plaintextOf(
                                row.getBytes(COLUMN), place(tenant, id), UnsealAccess.granted());
        boolean list = row.getString("kind").equals(DefinitionKind.LIST.id());
        return new StoredDefinition(
                tenant,
                id,
                DefinitionJson.read(json, list),
                row.getObject("created_by", UUID.class),
                RowTime.at(row, "created_at"),
                RowTime.at(row, "modified_at"));
    }

    private static Place place(TenantId tenant, UUID id) {
        return new Place(tenant, TABLE, COLUMN, id);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
