package dev.avow.rights;

import dev.avow.rights.Erasure.State;
import dev.avow.tenancy.RowTime;
import dev.avow.words.Cursor;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code erasures}. */
final class ErasureRows {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String INSERT =
            """
            INSERT INTO erasures (tenant_id, id, subject_id, state, requested_at, requested_by,
                effective_at, due_at)
            VALUES (:tenant, :id, :subject, :state, :requested, CAST(:by AS uuid), :effective, :due)
            """;

    private static final String FIND = "SELECT * FROM erasures WHERE id = :id";

    private static final String LOCK = "SELECT * FROM erasures WHERE id = :id FOR UPDATE";

    private static final String UNDER_WAY =
            """
            SELECT * FROM erasures
            WHERE subject_id = :subject AND state IN ('recoverable', 'held', 'pending')
            """;

    /** What the clock, or the end of a hold, lets go on. */
    private static final String DUE =
            """
            SELECT id FROM erasures
            WHERE state IN ('pending', 'held') OR state = 'recoverable' AND effective_at <= :now
            ORDER BY requested_at
            """;

    private static final String LATELY =
            "SELECT subject_id FROM erasures WHERE state = 'complete' AND completed_at > :since";

    private static final String COMPLETED =
            """
            SELECT count(*) AS people, max(completed_at) AS last
            FROM erasures WHERE state = 'complete' AND completed_at < :before
            """;

    private static final String PAGE =
            """
            SELECT * FROM erasures WHERE (requested_at, id) < (:at, :id)
            ORDER BY requested_at DESC, id DESC LIMIT :rows
            """;

    private static final String KEEP =
            """
            UPDATE erasures SET state = :state, held_until = :held, stores = :stores::jsonb,
                completed_at = :completed
            WHERE id = :id
            """;

    private ErasureRows() {}

    static void insert(Handle handle, TenantId tenant, Erasure erasure) {
        handle.createUpdate(INSERT)
                .bind("tenant", tenant.value())
                .bind("id", erasure.id())
                .bind("subject", erasure.subjectId())
                .bind("state", erasure.state().id())
                .bind("requested", erasure.requestedAt())
                .bindByType("by", erasure.requestedBy(), UUID.class)
                .bind("effective", erasure.effectiveAt())
                .bind("due", erasure.dueAt())
                .execute();
    }

    static void keep(Handle handle, Erasure erasure) {
        handle.createUpdate(KEEP)
                .bind("id", erasure.id())
                .bind("state", erasure.state().id())
                .bindByType("held", erasure.heldUntil(), LocalDate.class)
                .bind("stores", JSON.writeValueAsString(erasure.stores()))
                .bindByType("completed", erasure.completedAt(), Instant.class)
                .execute();
    }

    static Optional<Erasure> find(Handle handle, UUID id) {
        return handle.createQuery(FIND).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    static Optional<Erasure> lock(Handle handle, UUID id) {
        return handle.createQuery(LOCK).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    static Optional<Erasure> underWay(Handle handle, UUID subject) {
        return handle.createQuery(UNDER_WAY)
                .bind("subject", subject)
                .map((row, _) -> read(row))
                .findFirst();
    }

    static List<UUID> due(Handle handle, Instant now) {
        return handle.createQuery(DUE).bind("now", now).mapTo(UUID.class).list();
    }

    /** Who was erased since then. */
    static List<UUID> erasedSince(Handle handle, Instant since) {
        return handle.createQuery(LATELY).bind("since", since).mapTo(UUID.class).list();
    }

    static Optional<Erasures.Completed> completed(Handle handle, Instant before) {
        return handle.createQuery(COMPLETED)
                .bind("before", before)
                .map((row, _) -> {
                    Instant last = RowTime.atOrNull(row, "last");
                    return last == null
                            ? Optional.<Erasures.Completed>empty()
                            : Optional.of(new Erasures.Completed(row.getLong("people"), last));
                })
                .one();
    }

    static List<Erasure> page(Handle handle, PageRequest wanted) {
        Cursor after = wanted.start();
        return handle.createQuery(PAGE)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("rows", wanted.rowsToRead())
                .map((row, _) -> read(row))
                .list();
    }

    private static Erasure read(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("subject_id", UUID.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                RowTime.at(row, "requested_at"),
                row.getObject("requested_by", UUID.class),
                RowTime.at(row, "effective_at"),
                RowTime.at(row, "due_at"),
                row.getObject("held_until", LocalDate.class),
                stores(row.getString("stores")),
                RowTime.atOrNull(row, "completed_at"));
    }

    private static List<StoreReceipt> stores(String json) {
        List<StoreReceipt> all = new ArrayList<>();
        for (JsonNode each : JSON.readTree(json)) {
            all.add(
                    new StoreReceipt(
                            each.path("store").asString(""),
                            StoreReceipt.Action.valueOf(each.path("action").asString("")),
                            each.path("rows").asLong(0),
                            each.path("detail").isString()
                                    ? each.path("detail").stringValue()
                                    : null));
        }
        return all;
    }
}
