package dev.avow.retain;

import dev.avow.retain.RunCounts.Counter;
import dev.avow.words.TenantId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The transaction that makes archives valid and takes their rows from the table, both or neither.
 *
 * <p>Where the tenant has no hold, the tenant's limit moves over them: from then on nobody reads
 * them there, and retention's next run deletes them with all that is behind the limits. Deleting
 * each by itself here would touch a page for nearly each, beside live traffic. Otherwise they are
 * deleted, since what is held stands between them.
 */
final class ArchiveCommit {

    private static final String MOVE_LIMIT = "SELECT archive_until(:until, :ids)";

    private static final String DELETE =
            """
            DELETE FROM interactions
            WHERE occurred_at >= :first AND occurred_at <= :last AND id = ANY (:ids)
                AND NOT (:holds AND is_held(user_id, occurred_at))
            """;

    private ArchiveCommit() {}

    /** The rows are not those that were looked at any more, or some are held by now. */
    static final class NotWhole extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Moves the limit up to a time: the rows are all that can be read before it. */
    static void behindTheLimit(
            Handle handle,
            TenantId tenant,
            List<ArchivedRow> rows,
            Instant until,
            List<ArchiveManifest> manifests) {
        commit(handle, tenant, manifests);
        boolean moved =
                handle.createQuery(MOVE_LIMIT)
                        .bind("until", until.atOffset(ZoneOffset.UTC))
                        .bind("ids", digest(rows))
                        .mapTo(Boolean.class)
                        .one();
        if (!moved) {
            throw new NotWhole();
        }
    }

    /** Deletes the rows. */
    static void deleting(
            Handle handle,
            TenantId tenant,
            List<ArchivedRow> rows,
            List<ArchiveManifest> manifests) {
        commit(handle, tenant, manifests);
        int deleted =
                handle.createUpdate(DELETE)
                        .bind("first", rows.getFirst().at().atOffset(ZoneOffset.UTC))
                        .bind("last", rows.getLast().at().atOffset(ZoneOffset.UTC))
                        .bindArray("ids", UUID.class, rows.stream().map(ArchivedRow::id).toList())
                        .bind("holds", LegalHoldRows.any(handle))
                        .execute();
        if (deleted != rows.size()) {
            throw new NotWhole();
        }
    }

    private static void commit(Handle handle, TenantId tenant, List<ArchiveManifest> manifests) {
        HoldLock.shared(handle, tenant);
        if (!ArchiveRows.commit(handle, manifests)) {
            throw new NotWhole();
        }
        RunCounts.add(
                handle,
                Counter.ARCHIVED,
                manifests.stream().mapToLong(ArchiveManifest::rows).sum());
    }

    /** What {@code archive_until} reckons of the rows that it finds. */
    private static byte[] digest(List<ArchivedRow> rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer id = ByteBuffer.allocate(16);
            for (ArchivedRow row : rows) {
                id.clear()
                        .putLong(row.id().getMostSignificantBits())
                        .putLong(row.id().getLeastSignificantBits());
                digest.update(id.array());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
