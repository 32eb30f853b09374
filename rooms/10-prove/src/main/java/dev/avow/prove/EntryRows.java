package dev.avow.prove;

import dev.avow.merkle.Frontier;
import dev.avow.sealing.TenantKeys;
import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries, their leaves and the tree that they make in one statement, however many there
 * are: while it is under way the tree is held, and each statement more would keep all others
 * waiting for one more round trip.
 */
final class EntryRows {

    private static final String WRITE =
            """
            WITH added AS MATERIALIZED (
                SELECT * FROM unnest(:ids::uuid[], :ats::timestamptz[], :actors::uuid[],
                    :emails::bytea[], :actions::text[], :resourceTypes::text[], :resourceIds::text[],
                    :changes::bytea[], :addresses::bytea[], :agents::bytea[], :statuses::text[],
                    :commitments::bytea[], :hashes::bytea[], :nonces::bytea[])
                WITH ORDINALITY AS e (id, at, actor, email, action, resource_type, resource_id,
                    changes, ip, agent, status, commitments, hash, nonce, number)
            ), entries AS (
                INSERT INTO audit_logs (tenant_id, id, occurred_at, actor_id, actor_email_sealed,
                    action, resource_type, resource_id, changes_sealed, ip_address_sealed,
                    user_agent_sealed, status)
                SELECT :tenant, id, at, actor, email, action, resource_type, resource_id, changes, ip,
                    agent, status
                FROM added
            ), leaves AS (
                INSERT INTO audit_leaves (tenant_id, position, entry_id, occurred_at, commitments,
                    leaf_hash, nonce_sealed)
                SELECT :tenant, :first + number - 1, id, at, commitments, hash, nonce FROM added
            )
            UPDATE audit_trees SET size = :size, peaks = :peaks, mac = :mac WHERE tenant_id = :tenant
            """;

    private EntryRows() {}

    /**
     * Writes them behind a tree that this transaction holds.
     *
     * @param entries one at least, in their order
     */
    static void write(
            Handle handle,
            TenantId tenant,
            TenantKeys keys,
            Frontier before,
            List<NewEntry> entries) {
        Frontier after = before;
        for (NewEntry each : entries) {
            after = after.plus(each.hash());
        }
        Update update =
                AuditTree.bind(handle.createUpdate(WRITE), tenant, keys, after)
                        .bind("first", before.size());
        array(update, handle, "ids", "uuid", entries, each -> each.entry().id());
        array(update, handle, "ats", "timestamptz", entries, EntryRows::time);
        array(update, handle, "actors", "uuid", entries, each -> each.entry().actorId());
        array(update, handle, "actions", "text", entries, each -> each.entry().action());
        array(update, handle, "resourceTypes", "text", entries, EntryRows::resourceType);
        array(update, handle, "resourceIds", "text", entries, each -> each.entry().resourceId());
        array(update, handle, "statuses", "text", entries, each -> each.entry().status());
        bytes(update, handle, "emails", entries, each -> each.sealed("actor_email"));
        bytes(update, handle, "changes", entries, each -> each.sealed("changes"));
        bytes(update, handle, "addresses", entries, each -> each.sealed("ip_address"));
        bytes(update, handle, "agents", entries, each -> each.sealed("user_agent"));
        bytes(update, handle, "commitments", entries, AuditLeaves::commitmentBytes);
        bytes(update, handle, "hashes", entries, each -> each.hash().bytes());
        bytes(update, handle, "nonces", entries, NewEntry::nonce);
        if (update.execute() != 1) {
            throw new BrokenLog("the audit log's tree was deleted from the database");
        }
    }

    private static String time(NewEntry each) {
        return each.entry().timestamp().atOffset(ZoneOffset.UTC).toString();
    }

    private static String resourceType(NewEntry each) {
        return each.entry().resourceType();
    }

    private static void array(
            Update update,
            Handle handle,
            String name,
            String type,
            List<NewEntry> entries,
            Function<NewEntry, @Nullable Object> value) {
        bind(update, handle, name, type, entries.stream().map(value).toArray());
    }

    private static void bytes(
            Update update,
            Handle handle,
            String name,
            List<NewEntry> entries,
            Function<NewEntry, byte @Nullable []> value) {
        bind(update, handle, name, "bytea", entries.stream().map(value).toArray(byte[][]::new));
    }

    private static void bind(
            Update update, Handle handle, String name, String type, Object[] values) {
        Connection connection = handle.getConnection();
        try {
            update.bindBySqlType(name, connection.createArrayOf(type, values), Types.ARRAY);
        } catch (SQLException unknownType) {
            throw new IllegalStateException("an array of " + type, unknownType);
        }
    }
}
