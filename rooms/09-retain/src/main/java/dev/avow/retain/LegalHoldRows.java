package dev.avow.retain;

import dev.avow.tenancy.RowTime;
import dev.avow.words.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Legal holds in the database, in transactions of their tenant. */
public final class LegalHoldRows {

    private static final String COLUMNS =
            """
            tenant_id, id, name, reason_sealed, user_ids, from_time, to_time, expected_end,
            created_by, created_at, released_by, released_at
            """;

    private static final String PUT =
            """
            INSERT INTO legal_holds (tenant_id, id, name, reason_sealed, user_ids, from_time, to_time,
                                     expected_end, created_by, created_at, released_by, released_at)
            VALUES (:tenant, :id, :name, :reason, :users, :from::timestamptz, :to::timestamptz,
                    :end::date, :by::uuid, :at, :releasedBy::uuid, :releasedAt::timestamptz)
            ON CONFLICT (tenant_id, id)
            DO UPDATE SET released_by = excluded.released_by, released_at = excluded.released_at
            """;

    private static final String ONE = "SELECT " + COLUMNS + " FROM legal_holds WHERE id = :id";

    private static final String LOCK = ONE + " FOR UPDATE";

    private static final String IN_FORCE =
            "SELECT " + COLUMNS + " FROM legal_holds WHERE released_at IS NULL ORDER BY created_at";

    private static final String PAGE =
            "SELECT "
                    + COLUMNS
                    + """
                     FROM legal_holds
                    WHERE :at::timestamptz IS NULL OR (created_at, id) < (:at::timestamptz, :id::uuid)
                    ORDER BY created_at DESC, id DESC LIMIT :limit
                    """;

    private static final String ANY =
            "SELECT EXISTS (SELECT FROM legal_holds WHERE released_at IS NULL)";

    private LegalHoldRows() {}

    /** Writes a hold; where it is there already, whether it is in force is written anew. */
    public static void put(Handle handle, LegalHold hold) {
        handle.createUpdate(PUT)
                .bind("tenant", hold.tenant().value())
                .bind("id", hold.id())
                .bind("name", hold.name())
                .bind("reason", Base64.getDecoder().decode(hold.reasonSealed()))
                .bindArray("users", UUID.class, hold.userIds())
                .bind("from", utc(hold.from()))
                .bind("to", utc(hold.to()))
                .bind("end", hold.expectedEnd())
                .bind("by", hold.createdBy())
                .bind("at", utc(hold.createdAt()))
                .bind("releasedBy", hold.releasedBy())
                .bind("releasedAt", utc(hold.releasedAt()))
                .execute();
    }

    /** A hold; empty where the tenant has none of this id. */
    public static Optional<LegalHold> find(Handle handle, UUID id) {
        return handle.createQuery(ONE).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    /** A hold, which nobody else may change before the transaction's end. */
    public static Optional<LegalHold> lock(Handle handle, UUID id) {
        return handle.createQuery(LOCK).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    /** Those in force, oldest first. */
    public static List<LegalHold> inForce(Handle handle) {
        return handle.createQuery(IN_FORCE).map((row, _) -> read(row)).list();
    }

    /** All of them, newest first, from after a place in the list. */
    public static List<LegalHold> page(Handle handle, @Nullable Cursor after, int rows) {
        return handle.createQuery(PAGE)
                .bind("at", after == null ? null : utc(after.at()))
                .bind("id", after == null ? null : after.id())
                .bind("limit", rows)
                .map((row, _) -> read(row))
                .list();
    }

    /** Whether the tenant has any hold in force, so that {@code is_held} need be asked at all. */
    static boolean any(Handle handle) {
        return handle.createQuery(ANY).mapTo(Boolean.class).one();
    }

    private static LegalHold read(ResultSet row) throws SQLException {
        return new LegalHold(
                new dev.avow.words.TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("name"),
                Base64.getEncoder().encodeToString(row.getBytes("reason_sealed")),
                List.of((UUID[]) row.getArray("user_ids").getArray()),
                RowTime.atOrNull(row, "from_time"),
                RowTime.atOrNull(row, "to_time"),
                row.getObject("expected_end", LocalDate.class),
                row.getObject("created_by", UUID.class),
                RowTime.at(row, "created_at"),
                row.getObject("released_by", UUID.class),
                RowTime.atOrNull(row, "released_at"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
