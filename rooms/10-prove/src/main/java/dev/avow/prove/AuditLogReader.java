package dev.avow.prove;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.TenantKeys;
import dev.avow.sealing.UnsealAccess;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the audit log, newest first. Whoever shows it to somebody writes that into it first. Safe
 * for any thread; blocks.
 */
public final class AuditLogReader {

    /** Later than every entry. */
    private static final Cursor START =
            new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

    private static final String PAGE =
            """
            SELECT * FROM audit_logs WHERE (occurred_at, id) < (:at, :id)
            ORDER BY occurred_at DESC, id DESC LIMIT :rows
            """;

    private final Tenancy tenancy;
    private final Keyring keyring;

    public AuditLogReader(Tenancy tenancy, Keyring keyring) {
        this.tenancy = tenancy;
        this.keyring = keyring;
    }

    /** One page of a tenant's log. */
    public Page<AuditRecord> page(TenantId tenant, PageRequest wanted) {
        TenantKeys keys = keyring.of(tenant);
        Cursor asked = wanted.after();
        Cursor after = asked == null ? START : asked;
        return wanted.pageOf(
                tenancy.within(
                        tenant,
                        handle ->
                                handle.createQuery(PAGE)
                                        .bind("at", after.at())
                                        .bind("id", after.id())
                                        .bind("rows", wanted.rowsToRead())
                                        .map((row, _) -> read(row, tenant, keys))
                                        .list()),
                entry -> new Cursor(entry.timestamp(), entry.id()));
    }

    /** The open columns of a row; everything that is sealed is null, or empty. */
    static AuditRecord open(ResultSet row, TenantId tenant) throws SQLException {
        return new AuditRecord(
                row.getObject("id", UUID.class),
                tenant,
                row.getTimestamp("occurred_at").toInstant(),
                row.getObject("actor_id", UUID.class),
                null,
                row.getString("action"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                new Changes(null, null),
                null,
                null,
                row.getString("status"));
    }

    /** One row of {@code audit_logs}. */
    static AuditRecord read(ResultSet row, TenantId tenant, TenantKeys keys) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new AuditRecord(
                id,
                tenant,
                row.getTimestamp("occurred_at").toInstant(),
                row.getObject("actor_id", UUID.class),
                open(row, "actor_email_sealed", tenant, id, keys),
                row.getString("action"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                Changes.ofJson(open(row, "changes_sealed", tenant, id, keys)),
                open(row, "ip_address_sealed", tenant, id, keys),
                open(row, "user_agent_sealed", tenant, id, keys),
                row.getString("status"));
    }

    static @Nullable String open(
            ResultSet row, String column, TenantId tenant, UUID id, TenantKeys keys)
            throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null
                ? null
                : keys.plaintextOf(
                        sealed,
                        new Place(tenant, "audit_logs", column, id),
                        UnsealAccess.granted());
    }
}
