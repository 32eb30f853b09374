package dev.avow.retain;

import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of archives, in transactions of their tenant. */
final class ArchiveRows {

    private static final String BEGIN =
            """
            INSERT INTO archives (tenant_id, id, day, state, created_at)
            VALUES (:tenant, :id, :day, 'writing', :now)
            """;

    private static final String COMMIT =
            """
            UPDATE archives SET state = 'committed', rows = :rows, bytes = :bytes, first_at = :first,
                last_at = :last, manifest_sha256 = decode(:sha, 'hex')
            WHERE id = :id AND state = 'writing'
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

    private static final String UNFINISHED = SELECT + "WHERE state <> 'committed' ORDER BY id";

    private static final String DUE =
            SELECT + "WHERE state = 'committed' AND last_at < :oldest ORDER BY last_at, id";

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

    static void begin(Handle handle, TenantId tenant, ArchivePart part, Instant now) {
        handle.createUpdate(BEGIN)
                .bind("tenant", tenant.value())
                .bind("id", part.id())
                .bind("day", part.day())
                .bind("now", utc(now))
                .execute();
    }

    /** Whether it was being written until now. */
    static boolean commit(Handle handle, ArchiveManifest manifest) {
        return handle.createUpdate(COMMIT)
                        .bind("rows", manifest.rows())
                        .bind("bytes", manifest.bytes())
                        .bind("first", utc(manifest.firstAt()))
                        .bind("last", utc(manifest.lastAt()))
                        .bind("sha", ArchiveManifest.sha256(manifest.json()))
                        .bind("id", manifest.id())
                        .execute()
                == 1;
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

    static List<Archive> unfinished(Handle handle) {
        return handle.createQuery(UNFINISHED).map((row, _) -> read(row)).list();
    }

    static List<Archive> due(Handle handle, Instant oldest) {
        return handle.createQuery(DUE)
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
                instant(row, "first_at"),
                instant(row, "last_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
