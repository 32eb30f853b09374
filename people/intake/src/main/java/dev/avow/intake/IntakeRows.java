package dev.avow.intake;

import dev.avow.requests.Law;
import dev.avow.requests.RequestKind;
import dev.avow.tenancy.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Forms that nobody has verified, in transactions of their tenant. */
final class IntakeRows {

    private static final String INSERT =
            """
            INSERT INTO privacy_intakes (tenant_id, id, kind, law, said_sealed, contact_mac,
                received_at, expires_at)
            VALUES (avow_tenant(), :id, :kind, :law, :sealed, :mac, :now, :expires)
            """;

    private static final String LOCK =
            "SELECT * FROM privacy_intakes WHERE id = :id AND expires_at > :now FOR UPDATE";

    private static final String MAILED =
            """
            UPDATE privacy_intakes SET code_hash = :hash, code_expires_at = :expires,
                code_tries = 0, codes_mailed = codes_mailed + 1, mailed_at = :now
            WHERE id = :id
            """;

    /** Until the transaction ends, nobody else counts: two at once would both be the last. */
    private static final String COUNT_ALONE =
            "SELECT pg_advisory_xact_lock(hashtextextended('avow.privacy_intakes', 0))";

    private static final String CODES =
            """
            SELECT coalesce(sum(codes_mailed), 0) FROM privacy_intakes
            WHERE contact_mac = :mac AND mailed_at > :since
            """;

    private static final String WRONG_CODE =
            "UPDATE privacy_intakes SET code_tries = code_tries + 1 WHERE id = :id";

    /** A form that was not verified yet. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            UUID id,
            RequestKind kind,
            Law law,
            byte[] sealed,
            byte[] contactMac,
            Instant receivedAt,
            byte @Nullable [] codeHash,
            @Nullable Instant codeExpiresAt,
            int codeTries) {

        @Override
        public String toString() {
            return "Row " + id;
        }
    }

    private IntakeRows() {}

    static void insert(
            Handle handle,
            UUID id,
            IntakeForm form,
            byte[] sealed,
            byte[] mac,
            Instant now,
            Instant expires) {
        handle.createUpdate(INSERT)
                .bind("id", id)
                .bind("kind", form.kind().id())
                .bind("law", form.law().id())
                .bind("sealed", sealed)
                .bind("mac", mac)
                .bind("now", utc(now))
                .bind("expires", utc(expires))
                .execute();
    }

    /** One whose time is not over, which nobody else changes until the transaction ends. */
    static Optional<Row> lock(Handle handle, UUID id, Instant now) {
        return handle.createQuery(LOCK)
                .bind("id", id)
                .bind("now", utc(now))
                .map((row, _) -> read(row))
                .findOne();
    }

    /** How many codes were mailed to an address since then. */
    static long codes(Handle handle, byte[] mac, Instant since) {
        handle.execute(COUNT_ALONE);
        return handle.createQuery(CODES)
                .bind("mac", mac)
                .bind("since", utc(since))
                .mapTo(Long.class)
                .one();
    }

    static void mailed(Handle handle, UUID id, byte[] hash, Instant expires, Instant now) {
        handle.createUpdate(MAILED)
                .bind("id", id)
                .bind("hash", hash)
                .bind("expires", utc(expires))
                .bind("now", utc(now))
                .execute();
    }

    static void wrongCode(Handle handle, UUID id) {
        handle.createUpdate(WRONG_CODE).bind("id", id).execute();
    }

    static void delete(Handle handle, UUID id) {
        handle.createUpdate("DELETE FROM privacy_intakes WHERE id = :id").bind("id", id).execute();
    }

    /** Deletes those whose time is over; returns how many. */
    static int deleteExpired(Handle handle, Instant now) {
        return handle.createUpdate("DELETE FROM privacy_intakes WHERE expires_at <= :now")
                .bind("now", utc(now))
                .execute();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                RequestKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Law.valueOf(row.getString("law").toUpperCase(Locale.ROOT)),
                row.getBytes("said_sealed"),
                row.getBytes("contact_mac"),
                RowTime.at(row, "received_at"),
                row.getBytes("code_hash"),
                RowTime.atOrNull(row, "code_expires_at"),
                row.getInt("code_tries"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
