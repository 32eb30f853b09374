package dev.avow.requests;

import dev.avow.tenancy.RowTime;
import dev.avow.words.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Requests in the database, in transactions of their tenant. */
final class PrivacyRequestRows {

    private static final String INSERT =
            """
            INSERT INTO privacy_requests (tenant_id, id, kind, law, state, contact_sealed,
                subject_sealed, details_sealed, received_at, created_at, created_by, acknowledge_by,
                due_at)
            VALUES (avow_tenant(), :id, :kind, :law, 'received', :contact, :subject, :details,
                :received, :now, :by::uuid, :acknowledgeBy::timestamptz, :due)
            """;

    private static final String ONE = "SELECT * FROM privacy_requests WHERE id = :id";

    private static final String LOCK = ONE + " FOR UPDATE";

    private static final String PAGE =
            """
            SELECT * FROM privacy_requests
            WHERE (:state::text IS NULL OR state = :state)
                AND (:overdue::boolean IS NULL OR :overdue = (state <> 'done' AND due_at < :now))
                AND (:at::timestamptz IS NULL OR (created_at, id) < (:at::timestamptz, :id::uuid))
            ORDER BY created_at DESC, id DESC LIMIT :limit
            """;

    private static final String DUE =
            """
            SELECT * FROM privacy_requests
            WHERE state <> 'done' AND (due_at <= :horizon
                OR (acknowledged_at IS NULL AND acknowledge_by <= :horizon))
            ORDER BY due_at, id
            """;

    static final String ACKNOWLEDGE =
            "UPDATE privacy_requests SET acknowledged_at = :now WHERE id = :id";

    static final String EXTEND =
            """
            UPDATE privacy_requests
            SET extended_at = :now, due_at = :due, extension_reason_sealed = :reason WHERE id = :id
            """;

    static final String SEND_CODE =
            """
            UPDATE privacy_requests
            SET code_hash = :hash, code_expires_at = :expires, code_tries = 0 WHERE id = :id
            """;

    static final String WRONG_CODE =
            "UPDATE privacy_requests SET code_tries = code_tries + 1 WHERE id = :id";

    static final String VERIFY =
            """
            UPDATE privacy_requests SET state = 'verified', verified_at = :now, verified_by = :by,
                token_hash = :hash, code_hash = NULL, code_expires_at = NULL
            WHERE id = :id
            """;

    static final String LET_SEE = "UPDATE privacy_requests SET status_hash = :hash WHERE id = :id";

    static final String APPROVE =
            "UPDATE privacy_requests SET state = 'approved', decided_at = :now WHERE id = :id";

    static final String REFUSE =
            """
            UPDATE privacy_requests
            SET state = 'refused', decided_at = :now, refusal_reason_sealed = :reason WHERE id = :id
            """;

    static final String COMPLETE =
            "UPDATE privacy_requests SET state = 'done', completed_at = :now WHERE id = :id";

    /** What was asked to be erased is here too. */
    static final String FORGET =
            """
            UPDATE privacy_requests SET contact_sealed = NULL, subject_sealed = NULL,
                details_sealed = NULL, extension_reason_sealed = NULL, refusal_reason_sealed = NULL,
                token_hash = NULL
            WHERE id = :id
            """;

    /** A request and what is sealed of it. */
    record Sealed(PrivacyRequest request, Map<String, byte[]> columns) {

        byte @Nullable [] column(String name) {
            return columns.get(name);
        }

        @Override
        public String toString() {
            return request.toString();
        }
    }

    static final List<String> SEALED =
            List.of(
                    "contact_sealed",
                    "subject_sealed",
                    "details_sealed",
                    "extension_reason_sealed",
                    "refusal_reason_sealed");

    private PrivacyRequestRows() {}

    static void insert(
            Handle handle,
            PrivacyRequest request,
            byte[] contact,
            byte @Nullable [] subject,
            byte[] details) {
        handle.createUpdate(INSERT)
                .bind("id", request.id())
                .bind("kind", request.kind().id())
                .bind("law", request.law().id())
                .bind("contact", contact)
                .bind("subject", subject)
                .bind("details", details)
                .bind("received", utc(request.receivedAt()))
                .bind("now", utc(request.createdAt()))
                .bind("by", request.createdBy())
                .bind("acknowledgeBy", utc(request.acknowledgeBy()))
                .bind("due", utc(request.dueAt()))
                .execute();
    }

    /** One of the updates above, with its request bound. */
    static Update update(Handle handle, String sql, UUID id) {
        return handle.createUpdate(sql).bind("id", id);
    }

    static Optional<Sealed> find(Handle handle, UUID id) {
        return handle.createQuery(ONE).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    static Optional<Sealed> lock(Handle handle, UUID id) {
        return handle.createQuery(LOCK).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    /** The hash of the code that was made last; empty where there is none. */
    static Optional<byte[]> codeHash(Handle handle, UUID id) {
        return handle.createQuery("SELECT code_hash FROM privacy_requests WHERE id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne();
    }

    /** The hash of what lets a person see the state; empty where nothing does. */
    static Optional<byte[]> statusHash(Handle handle, UUID id) {
        return handle.createQuery("SELECT status_hash FROM privacy_requests WHERE id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne();
    }

    static List<Sealed> page(
            Handle handle,
            @Nullable RequestState state,
            @Nullable Boolean overdue,
            Instant now,
            @Nullable Cursor after,
            int rows) {
        return handle.createQuery(PAGE)
                .bind("state", state == null ? null : state.id())
                .bind("overdue", overdue)
                .bind("now", utc(now))
                .bind("at", after == null ? null : utc(after.at()))
                .bind("id", after == null ? null : after.id())
                .bind("limit", rows)
                .map((row, _) -> read(row))
                .list();
    }

    /** Those that are not done, of which a limit ends by then. */
    static List<PrivacyRequest> due(Handle handle, Instant horizon) {
        return handle.createQuery(DUE)
                .bind("horizon", utc(horizon))
                .map((row, _) -> request(row))
                .list();
    }

    private static Sealed read(ResultSet row) throws SQLException {
        Map<String, byte[]> columns = new java.util.HashMap<>();
        for (String column : SEALED) {
            byte[] sealed = row.getBytes(column);
            if (sealed != null) {
                columns.put(column, sealed);
            }
        }
        return new Sealed(request(row), Map.copyOf(columns));
    }

    private static PrivacyRequest request(ResultSet row) throws SQLException {
        return new PrivacyRequest(
                row.getObject("id", UUID.class),
                RequestKind.valueOf(upper(row, "kind")),
                Law.valueOf(upper(row, "law")),
                RequestState.valueOf(upper(row, "state")),
                RowTime.at(row, "received_at"),
                RowTime.at(row, "created_at"),
                row.getObject("created_by", UUID.class),
                RowTime.atOrNull(row, "acknowledge_by"),
                RowTime.atOrNull(row, "acknowledged_at"),
                RowTime.at(row, "due_at"),
                RowTime.atOrNull(row, "extended_at"),
                RowTime.atOrNull(row, "code_expires_at"),
                row.getInt("code_tries"),
                RowTime.atOrNull(row, "verified_at"),
                row.getString("verified_by"),
                RowTime.atOrNull(row, "decided_at"),
                RowTime.atOrNull(row, "completed_at"));
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
