package dev.avow.prove;

import dev.avow.merkle.Frontier;
import dev.avow.sealing.TenantKeys;
import dev.avow.words.TenantId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant's tree has come to, in {@code audit_trees}. A mac under the tenant's key stands
 * beside it, so that who can write to the database alone cannot make up another tree. Stateless.
 */
final class AuditTree {

    private static final String READ =
            "SELECT size, peaks, mac FROM audit_trees WHERE tenant_id = :tenant";
    private static final String BEGIN =
            """
            INSERT INTO audit_trees (tenant_id, size, peaks, mac) VALUES (:tenant, :size, :peaks, :mac)
            ON CONFLICT DO NOTHING
            """;
    private static final String KEEP =
            """
            UPDATE audit_trees SET size = :size, peaks = :peaks, mac = :mac WHERE tenant_id = :tenant
            """;

    private AuditTree() {}

    /**
     * The tree, held until the transaction ends, so that entries follow one another.
     *
     * @throws BrokenLog where it is not as it was kept
     */
    static Frontier hold(Handle handle, TenantId tenant, TenantKeys keys) {
        Frontier held = look(handle, READ + " FOR UPDATE", tenant, keys);
        if (held != null) {
            return held;
        }
        write(handle, BEGIN, tenant, keys, Frontier.EMPTY);
        Frontier begun = find(handle, READ + " FOR UPDATE", tenant, keys);
        if (begun == null) {
            throw new BrokenLog("the audit log's tree cannot be begun");
        }
        return begun;
    }

    /** The tree as it stands; the empty one where nothing was logged yet. */
    static Frontier read(Handle handle, TenantId tenant, TenantKeys keys) {
        Frontier found = look(handle, READ, tenant, keys);
        return found == null ? Frontier.EMPTY : found;
    }

    /** Null where nothing was logged yet. */
    private static @Nullable Frontier look(
            Handle handle, String sql, TenantId tenant, TenantKeys keys) {
        Frontier found = find(handle, sql, tenant, keys);
        if (found != null || !hasLeaves(handle)) {
            return found;
        }
        // The first entry may have been committed between the two looks.
        Frontier again = find(handle, sql, tenant, keys);
        if (again == null) {
            throw new BrokenLog(
                    "the audit log's tree was deleted from the database; see docs/audit.md");
        }
        return again;
    }

    private static boolean hasLeaves(Handle handle) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT FROM audit_leaves)"
                                + " OR EXISTS (SELECT FROM audit_stubs)")
                .mapTo(Boolean.class)
                .one();
    }

    static void keep(Handle handle, TenantId tenant, TenantKeys keys, Frontier tree) {
        write(handle, KEEP, tenant, keys, tree);
    }

    private static @Nullable Frontier find(
            Handle handle, String sql, TenantId tenant, TenantKeys keys) {
        return handle.createQuery(sql)
                .bind("tenant", tenant.value())
                .map((row, _) -> checked(row, tenant, keys))
                .findOne()
                .orElse(null);
    }

    private static Frontier checked(ResultSet row, TenantId tenant, TenantKeys keys)
            throws SQLException {
        long size = row.getLong("size");
        byte[] peaks = row.getBytes("peaks");
        if (!MessageDigest.isEqual(row.getBytes("mac"), mac(tenant, keys, size, peaks))) {
            throw new BrokenLog(
                    "the audit log's tree was altered in the database; nothing is logged on top of"
                            + " it. Keep the database as it is and see docs/audit.md");
        }
        return Frontier.of(size, peaks);
    }

    private static void write(
            Handle handle, String sql, TenantId tenant, TenantKeys keys, Frontier tree) {
        bind(handle.createUpdate(sql), tenant, keys, tree).execute();
    }

    /** Binds {@code tenant}, {@code size}, {@code peaks} and {@code mac}. */
    static Update bind(Update update, TenantId tenant, TenantKeys keys, Frontier tree) {
        byte[] peaks = tree.peaks();
        return update.bind("tenant", tenant.value())
                .bind("size", tree.size())
                .bind("peaks", peaks)
                .bind("mac", mac(tenant, keys, tree.size(), peaks));
    }

    private static byte[] mac(TenantId tenant, TenantKeys keys, long size, byte[] peaks) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(("avow audit tree 1\0" + tenant).getBytes(StandardCharsets.UTF_8));
        text.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
        text.writeBytes(peaks);
        return keys.mac(text.toByteArray());
    }
}
