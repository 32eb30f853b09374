package dev.avow.retain;

import dev.avow.tenancy.RowTime;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The table of archives, in transactions of their tenant. */
final class ArchiveRows {

    private static final String BEGIN =
            """
            INSERT INTO archives (tenant_id, id, day, state, created_at)
            SELECT :tenant, part.id, part.day, 'writing', :now
            FROM unnest(:ids, :days::date[]) AS part (id, day)
            """;

    private static final String COMMIT =
            """
            UPDATE archives a SET state = 'committed', rows = m.rows, bytes = m.bytes,
                first_at = m.first, last_at = m.last, manifest_sha256 = decode(m.sha, 'hex')
            FROM unnest(:ids, :rows, :bytes, :firsts::timestamptz[], :lasts::timestamptz[], :shas)
                AS m (id, rows, bytes, first, last, sha)
            WHERE a.id = m.id AND a.state = 'writing'
            """;

    private static final String EXPIRING =
            "UPDATE archives SET state = 'expiring' WHERE id = :id AND state = 'committed'";

    private static final String GONE = "SELECT archive_gone(:id)";

    private static final String NOT_TO_BE =
            "UPDATE archives SET state = 'expiring' WHERE id = :id AND state = 'writing'";

    private static final String IS_VALID =
            "SELECT EXISTS (SELECT FROM archives WHERE id = :id AND state = 'committed')";

    private static final String FORGET = "DELETE FROM archives WHERE id = :id";

    private static final String SELECT =
            """
            SELECT tenant_id, id, day, state, rows, bytes, first_at, last_at, created_at
            FROM archives
            """;

    private static final String UNFINISHED_OR_DUE =
            SELECT + "WHERE state <> 'committed' OR last_at < :oldest ORDER BY last_at, id";

    private static final String BETWEEN =
            SELECT
                    + """
                    WHERE state = 'committed' AND first_at < :to AND last_at >= :from
                    ORDER BY first_at, id
                    """;

    private static final String COMMITTED = SELECT + "WHERE state = 'committed' ORDER BY id";

    private ArchiveRows() {}

    /** All that are valid. */
    static List<Archive> committed(Handle handle) {
        return handle.createQuery(COMMITTED).map((row, _) -> read(row)).list();
    }

    static void begin(Handle handle, TenantId tenant, List<ArchivePart> parts, Instant now) {
        if (parts.isEmpty()) {
            return;
        }
        handle.createUpdate(BEGIN)
                .bind("tenant", tenant.value())
                .bindArray("ids", UUID.class, parts.stream().map(ArchivePart::id).toList())
                .bindArray(
                        "days",
                        String.class,
                        parts.stream().map(part -> part.day().toString()).toList())
                .bind("now", utc(now))
                .execute();
    }

    /** Whether all of them were being written until now. */
    static boolean commit(Handle handle, List<ArchiveManifest> manifests) {
        return handle.createUpdate(COMMIT)
                        .bindArray("ids", UUID.class, each(manifests, ArchiveManifest::id))
                        .bindArray("rows", Integer.class, each(manifests, ArchiveManifest::rows))
                        .bindArray("bytes", Integer.class, each(manifests, ArchiveManifest::bytes))
                        .bindArray(
                                "firsts",
                                String.class,
                                each(manifests, manifest -> manifest.firstAt().toString()))
                        .bindArray(
                                "lasts",
                                String.class,
                                each(manifests, manifest -> manifest.lastAt().toString()))
                        .bindArray(
                                "shas",
                                String.class,
                                each(
                                        manifests,
                                        manifest -> ArchiveManifest.sha256(manifest.json())))
                        .execute()
                == manifests.size();
    }

    private static <T> List<T> each(
            List<ArchiveManifest> manifests, Function<ArchiveManifest, T> value) {
        return manifests.stream().map(value).toList();
    }

    static boolean expiring(Handle handle, UUID id) {
        return handle.createUpdate(EXPIRING).bind("id", id).execute() == 1;
    }

    /** Shows in the table what a hold keeps of an archive that is {@link #expiring} from now on. */
    static void gone(Handle handle, UUID id) {
        boolean _ = handle.createQuery(GONE).bind("id", id).map((_, _) -> true).one();
    }

    /** Whether it is valid; where it is being written it never will be. */
    static boolean isValid(Handle handle, UUID id) {
        handle.createUpdate(NOT_TO_BE).bind("id", id).execute();
        return handle.createQuery(IS_VALID).bind("id", id).mapTo(Boolean.class).one();
    }

    static void forget(Handle handle, UUID id) {
        handle.createUpdate(FORGET).bind("id", id).execute();
    }

    /** What is not valid, or not any more, and what has nothing younger. */
    static List<Archive> unfinishedOrDue(Handle handle, Instant oldest) {
        return handle.createQuery(UNFINISHED_OR_DUE)
                .bind("oldest", utc(oldest))
                .map((row, _) -> read(row))
                .list();
    }

    static List<Archive> between(Handle handle, Instant from, Instant to) {
        return handle.createQuery(BETWEEN)
                .bind("from", utc(from))
                .bind("to", utc(to))
                .map((row, _) -> read(row))
                .list();
    }

    private static Archive read(ResultSet row) throws SQLException {
        return new Archive(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("state"),
                row.getInt("rows"),
                row.getLong("bytes"),
                RowTime.atOrNull(row, "first_at"),
                RowTime.atOrNull(row, "last_at"),
                RowTime.at(row, "created_at"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
