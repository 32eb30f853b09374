package dev.avow.prove;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.RowTime;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Cursor;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the audit log, newest first. Whoever shows it to somebody writes that into it first. Safe
 * for any thread; blocks.
 */
public final class AuditLogReader {

    static final String PAGE =
            """
            SELECT a.*, EXISTS (
                SELECT FROM audit_leaves l
                WHERE l.tenant_id = a.tenant_id AND l.entry_id = a.id AND l.occurred_at = a.occurred_at
            ) AS has_leaf
            FROM audit_logs a WHERE (a.occurred_at, a.id) < (:at, :id)
                AND a.occurred_at >= :since AND a.occurred_at < :until
                AND (:looks::boolean IS NULL OR is_look(a.action) = :looks::boolean)
                AND (:action::text IS NULL OR a.action = :action)
                AND (:actor::uuid IS NULL OR a.actor_id = :actor::uuid)
                AND (NOT :nobody OR a.actor_id IS NULL)
            ORDER BY a.occurred_at DESC, a.id DESC LIMIT :rows
            """;

    private static final String ABOUT =
            """
            SELECT a.*, true AS has_leaf FROM audit_logs a
            WHERE (a.occurred_at, a.id) < (:at, :id)
                AND (a.actor_id = :subject
                    OR a.resource_type IN ('user', 'session') AND a.resource_id = :subject::text)
            ORDER BY a.occurred_at DESC, a.id DESC LIMIT :rows
            """;

    private static final String ACTIONS =
            "SELECT action, looks FROM audit_actions() ORDER BY action";

    /** Which index serves depends on what is asked for. */
    private static final String PLAN_FOR_THIS =
            "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final Tenancy tenancy;
    private final Keyring keyring;

    public AuditLogReader(Tenancy tenancy, Keyring keyring) {
        this.tenancy = tenancy;
        this.keyring = keyring;
    }

    /** One page of a tenant's log. */
    public Page<AuditRecord> page(TenantId tenant, PageRequest wanted) {
        return page(tenant, AuditFilter.ALL, wanted);
    }

    /** One page of those of a tenant's entries that are wanted. */
    public Page<AuditRecord> page(TenantId tenant, AuditFilter filter, PageRequest wanted) {
        return page(tenant, wanted, handle -> filtered(handle, PAGE, filter));
    }

    static Query filtered(Handle handle, String query, AuditFilter filter) {
        handle.createQuery(PLAN_FOR_THIS).mapTo(String.class).one();
        EntryKind kind = filter.kind();
        return handle.createQuery(query)
                .bind("since", filter.since() == null ? Instant.EPOCH : filter.since())
                .bind("until", filter.until() == null ? Cursor.NEWEST.at() : filter.until())
                .bind("looks", kind == null ? null : kind == EntryKind.LOOK)
                .bind("action", filter.action())
                .bind("actor", filter.actor())
                .bind("nobody", filter.nobody());
    }

    /** The actions that stand in a tenant's log, each once, in their order. */
    public List<AuditAction> actions(TenantId tenant) {
        return tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(ACTIONS)
                                .map((row, _) ->
                                        new AuditAction(
                                                row.getString("action"),
                                                row.getBoolean("looks")
                                                        ? EntryKind.LOOK
                                                        : EntryKind.CHANGE))
                                .list());
    }

    /**
     * One page of what a person did, and of what was done to their account; for a copy of their
     * data.
     */
    public Page<AuditRecord> about(TenantId tenant, UUID subject, PageRequest wanted) {
        return page(tenant, wanted, handle -> handle.createQuery(ABOUT).bind("subject", subject));
    }

    private Page<AuditRecord> page(
            TenantId tenant, PageRequest wanted, Function<Handle, Query> query) {
        TenantKeys _ = keyring.of(tenant); // before the transaction: it may take a connection
        Cursor after = wanted.start();
        return wanted.pageOf(
                tenancy.within(
                        tenant,
                        handle ->
                                query.apply(handle)
                                        .bind("at", after.at())
                                        .bind("id", after.id())
                                        .bind("rows", wanted.rowsToRead())
                                        .map((row, _) -> read(row, tenant))
                                        .list()),
                entry -> new Cursor(entry.timestamp(), entry.id()));
    }

    /** The open columns of a row; everything that is sealed is null, or empty. */
    static AuditRecord open(ResultSet row, TenantId tenant) throws SQLException {
        return new AuditRecord(
                row.getObject("id", UUID.class),
                tenant,
                RowTime.at(row, "occurred_at"),
                row.getObject("actor_id", UUID.class),
                null,
                row.getString("action"),
                row.getString("resource_type"),
                row.getString("resource_id"),
                new Changes(null, null),
                null,
                null,
                row.getString("status"),
                false);
    }

    /** One row of the page; what does not open is shown as null, so that the rest can be seen. */
    private AuditRecord read(ResultSet row, TenantId tenant) throws SQLException {
        AuditRecord open = open(row, tenant);
        SealedColumns columns = SealedColumns.of(row, tenant, EntryKeys.toRead(keyring, open));
        SealedValues values = columns.values();
        return new AuditRecord(
                open.id(),
                tenant,
                open.timestamp(),
                open.actorId(),
                values.of("actor_email"),
                open.action(),
                open.resourceType(),
                open.resourceId(),
                Changes.ofJson(values.of("changes")),
                values.of("ip_address"),
                values.of("user_agent"),
                open.status(),
                !columns.isWhole() || !row.getBoolean("has_leaf"));
    }
}
