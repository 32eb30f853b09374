package dev.avow.rotation;

import dev.avow.tenancy.RowTime;
import dev.avow.words.Cursor;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rotations in the database, in transactions of their tenant. */
final class KeyRotationRows {

    private static final String REQUEST =
            """
            INSERT INTO key_rotations (tenant_id, id, state, reason, requested_by, requested_at)
            VALUES (:tenant, :id, 'requested', :reason, CAST(:by AS uuid), :now)
            ON CONFLICT DO NOTHING
            """;

    private static final String SELECT =
            """
            SELECT id, state, reason, key_version, requested_by, requested_at, announced_at,
                promoted_at, completed_at, moved, unreadable, waiting_for
            FROM key_rotations
            """;

    private static final String OPEN = SELECT + "WHERE state <> 'complete'";

    private static final String ONE = SELECT + "WHERE id = :id";

    private static final String PAGE =
            SELECT
                    + """
                    WHERE (requested_at, id) < (:at, :id)
                    ORDER BY requested_at DESC, id DESC LIMIT :limit
                    """;

    private static final String ANNOUNCE =
            """
            UPDATE key_rotations SET state = 'announced', key_version = :version, announced_at = :now
            WHERE id = :id AND state = 'requested'
            """;

    private static final String PROMOTE =
            """
            UPDATE key_rotations SET state = 'rewrapping', promoted_at = :now
            WHERE id = :id AND state = 'announced'
            """;

    private static final String MOVED =
            """
            UPDATE key_rotations SET moved = moved + :moved
            WHERE state = 'rewrapping'
            """;

    private static final String SEEN =
            """
            UPDATE key_rotations SET unreadable = :unreadable, waiting_for = CAST(:waiting AS text)
            WHERE id = :id
            """;

    private static final String COMPLETE =
            """
            UPDATE key_rotations SET state = 'complete', completed_at = :now, waiting_for = NULL
            WHERE id = :id AND state = 'rewrapping'
            """;

    /** What was under way at a backup's time; its key may be none of those there are now. */
    private static final String SUPERSEDE = "DELETE FROM key_rotations WHERE state <> 'complete'";

    private KeyRotationRows() {}

    /** Whose key is being rotated; asked at the gate. */
    static List<TenantId> underWay(Handle handle) {
        return handle.createQuery("SELECT gate_key_rotations() ORDER BY 1")
                .mapTo(UUID.class)
                .map(TenantId::new)
                .list();
    }

    /** Whether it was written; there is another one under way where it was not. */
    static boolean request(
            Handle handle,
            TenantId tenant,
            UUID id,
            KeyRotation.Reason reason,
            @Nullable UUID by,
            Instant now) {
        return handle.createUpdate(REQUEST)
                        .bind("tenant", tenant.value())
                        .bind("id", id)
                        .bind("reason", reason.id())
                        .bind("by", by)
                        .bind("now", utc(now))
                        .execute()
                == 1;
    }

    static Optional<KeyRotation> open(Handle handle) {
        return handle.createQuery(OPEN).map((row, _) -> read(row)).findOne();
    }

    static Optional<KeyRotation> find(Handle handle, UUID id) {
        return handle.createQuery(ONE).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    static List<KeyRotation> page(Handle handle, Cursor after, int rows) {
        return handle.createQuery(PAGE)
                .bind("at", utc(after.at()))
                .bind("id", after.id())
                .bind("limit", rows)
                .map((row, _) -> read(row))
                .list();
    }

    static void announce(Handle handle, UUID id, int version, Instant now) {
        handle.createUpdate(ANNOUNCE)
                .bind("id", id)
                .bind("version", version)
                .bind("now", utc(now))
                .execute();
    }

    static void promote(Handle handle, UUID id, Instant now) {
        handle.createUpdate(PROMOTE).bind("id", id).bind("now", utc(now)).execute();
    }

    /** In the transaction that moved them. */
    static void moved(Handle handle, long moved) {
        handle.createUpdate(MOVED).bind("moved", moved).execute();
    }

    static void seen(Handle handle, UUID id, long unreadable, @Nullable String waitingFor) {
        handle.createUpdate(SEEN)
                .bind("id", id)
                .bind("unreadable", unreadable)
                .bind("waiting", waitingFor)
                .execute();
    }

    /** Whether it was under way until now. */
    static boolean complete(Handle handle, UUID id, Instant now) {
        return handle.createUpdate(COMPLETE).bind("id", id).bind("now", utc(now)).execute() == 1;
    }

    static void supersede(Handle handle) {
        handle.createUpdate(SUPERSEDE).execute();
    }

    private static KeyRotation read(ResultSet row) throws SQLException {
        return new KeyRotation(
                row.getObject("id", UUID.class),
                KeyRotation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                KeyRotation.Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getObject("key_version", Integer.class),
                row.getObject("requested_by", UUID.class),
                RowTime.at(row, "requested_at"),
                RowTime.atOrNull(row, "announced_at"),
                RowTime.atOrNull(row, "promoted_at"),
                RowTime.atOrNull(row, "completed_at"),
                row.getLong("moved"),
                row.getLong("unreadable"),
                row.getString("waiting_for"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
