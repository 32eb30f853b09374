package dev.avow.incidents;

import dev.avow.tenancy.RowTime;
import dev.avow.words.Cursor;
import dev.avow.words.PageRequest;
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
import org.jspecify.annotations.Nullable;

/** One tenant's incidents in the database, sealed and opened on the way. */
record IncidentRows(Handle handle, IncidentSeal seal) {

    private static final String PUT =
            """
            INSERT INTO incidents (tenant_id, id, state, risk, aware_at, scope, people_about,
                records_about, texts_sealed, assessment, next_due_at, created_by, created_at,
                modified_at, closed_at)
            VALUES (avow_tenant(), :id, :state, :risk, :aware, :scope::jsonb, :people::bigint,
                :records::bigint, :texts, :assessment::jsonb, :nextDue::timestamptz, :by::uuid,
                :created, :modified, :closed::timestamptz)
            ON CONFLICT (tenant_id, id) DO UPDATE SET state = excluded.state, risk = excluded.risk,
                aware_at = excluded.aware_at, scope = excluded.scope,
                people_about = excluded.people_about, records_about = excluded.records_about,
                texts_sealed = excluded.texts_sealed, assessment = excluded.assessment,
                next_due_at = excluded.next_due_at, modified_at = excluded.modified_at,
                closed_at = excluded.closed_at
            """;

    private static final String ONE = "SELECT * FROM incidents WHERE id = :id";

    private static final String LOCK = ONE + " FOR UPDATE";

    private static final String PAGE =
            """
            SELECT * FROM incidents
            WHERE (:state::text IS NULL OR state = :state)
                AND (:overdue::boolean IS NULL
                    OR :overdue = (next_due_at IS NOT NULL AND next_due_at < :now))
                AND (created_at, id) < (:at, :id)
            ORDER BY created_at DESC, id DESC LIMIT :limit
            """;

    private static final String ADD =
            """
            INSERT INTO incident_notices (tenant_id, id, incident_id, duty, told, noticed_at, risk,
                text_sealed, delay_reason_sealed, mailing, mail_sealed, mail_people, mail_written,
                created_by, created_at)
            VALUES (avow_tenant(), :id, :incident, :duty, :told, :at, :risk, :text, :delay,
                :mailing, :mail, :people::integer, :written::integer, :by::uuid, :created)
            """;

    private static final String NOTICES =
            """
            SELECT * FROM incident_notices WHERE incident_id = :id ORDER BY created_at, id
            """;

    private static final String UNDER_WAY =
            """
            SELECT DISTINCT incident_id FROM incident_notices WHERE mailing = 'under_way' LIMIT 100
            """;

    private static final String LOCK_UNDER_WAY =
            """
            SELECT * FROM incident_notices WHERE mailing = 'under_way' AND incident_id = :id
            ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private static final String UNDELIVERED =
            """
            SELECT incident_id, id FROM incident_notices n
            WHERE mailing = 'done' AND EXISTS (SELECT FROM mail_outbox WHERE resource_id = n.id)
                AND NOT EXISTS (SELECT FROM mail_outbox
                    WHERE resource_id = n.id AND state <> 'given_up')
            LIMIT 1
            """;

    private static final String GIVE_UP =
            "UPDATE incident_notices SET mailing = 'given_up' WHERE id = :id AND mailing = 'done'";

    private static final String CAME =
            """
            UPDATE incident_notices
            SET mailing = :mailing, mail_people = :people, mail_written = :written WHERE id = :id
            """;

    void put(Incident incident) {
        IncidentReport report = incident.report();
        handle.createUpdate(PUT)
                .bind("id", incident.id())
                .bind("state", incident.state().id())
                .bind("risk", report.risk().id())
                .bind("aware", utc(report.awareAt()))
                .bind("scope", IncidentJson.write(report.scope()))
                .bind("people", report.peopleAbout())
                .bind("records", report.recordsAbout())
                .bind("texts", seal.seal(incident.id(), report.plaintext()))
                .bind(
                        "assessment",
                        incident.assessment() == null
                                ? null
                                : IncidentJson.write(incident.assessment()))
                .bind("nextDue", utc(incident.nextDueAt().orElse(null)))
                .bind("by", incident.createdBy())
                .bind("created", utc(incident.createdAt()))
                .bind("modified", utc(incident.modifiedAt()))
                .bind("closed", utc(incident.closedAt()))
                .execute();
    }

    void add(UUID incident, Notice notice) {
        handle.createUpdate(ADD)
                .bind("id", notice.id())
                .bind("incident", incident)
                .bind("duty", notice.duty().id())
                .bind("told", notice.told())
                .bind("at", utc(notice.at()))
                .bind("risk", notice.risk().id())
                .bind("text", seal.sealNotice(notice.id(), "text_sealed", notice.plaintextText()))
                .bind(
                        "delay",
                        seal.sealNotice(
                                notice.id(), "delay_reason_sealed", notice.plaintextDelayReason()))
                .bind("mailing", notice.mailing() == null ? null : notice.mailing().state().id())
                .bind("mail", seal.sealMail(notice))
                .bind("people", notice.mailing() == null ? null : notice.mailing().people())
                .bind("written", notice.mailing() == null ? null : notice.mailing().written())
                .bind("by", notice.createdBy())
                .bind("created", utc(notice.createdAt()))
                .execute();
    }

    /** The incidents of which a notice is under way. */
    List<UUID> underWay() {
        return handle.createQuery(UNDER_WAY).mapTo(UUID.class).list();
    }

    /** One whose mailing is under way, for nobody else before the transaction's end. */
    Optional<Notice> lockUnderWay(UUID incident) {
        return handle.createQuery(LOCK_UNDER_WAY)
                .bind("id", incident)
                .map((row, _) -> notice(row))
                .findOne();
    }

    /** A notice of an incident. */
    record Undelivered(UUID incident, UUID notice) {}

    /** One that was mailed, and none of whose mails the server took. */
    Optional<Undelivered> undelivered() {
        return handle.createQuery(UNDELIVERED)
                .map((row, _) ->
                        new Undelivered(
                                row.getObject("incident_id", UUID.class),
                                row.getObject("id", UUID.class)))
                .findOne();
    }

    /** Notes that; whether nobody did before. */
    boolean giveUp(UUID notice) {
        return handle.createUpdate(GIVE_UP).bind("id", notice).execute() > 0;
    }

    void came(UUID notice, int people, int written, boolean done) {
        handle.createUpdate(CAME)
                .bind("id", notice)
                .bind("people", people)
                .bind("written", written)
                .bind("mailing", (done ? Mailing.State.DONE : Mailing.State.UNDER_WAY).id())
                .execute();
    }

    Optional<Incident> find(UUID id) {
        return handle.createQuery(ONE).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    /** One that nobody else may change before the transaction's end. */
    Optional<Incident> lock(UUID id) {
        return handle.createQuery(LOCK).bind("id", id).map((row, _) -> read(row)).findOne();
    }

    List<Incident> page(
            @Nullable IncidentState state,
            @Nullable Boolean overdue,
            Instant now,
            PageRequest wanted) {
        Cursor start = wanted.start();
        return handle.createQuery(PAGE)
                .bind("state", state == null ? null : state.id())
                .bind("overdue", overdue)
                .bind("now", utc(now))
                .bind("at", utc(start.at()))
                .bind("id", start.id())
                .bind("limit", wanted.rowsToRead())
                .map((row, _) -> read(row))
                .list();
    }

    private Incident read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String assessment = row.getString("assessment");
        Map<IncidentText, String> texts = seal.plaintextOf(id, row.getBytes("texts_sealed"));
        return new Incident(
                id,
                IncidentState.valueOf(upper(row, "state")),
                new IncidentReport(
                        texts,
                        IncidentJson.read(row.getString("scope"), Scope.class),
                        BreachRisk.valueOf(upper(row, "risk")),
                        row.getObject("people_about", Long.class),
                        row.getObject("records_about", Long.class),
                        RowTime.at(row, "aware_at")),
                assessment == null ? null : IncidentJson.read(assessment, Assessment.class),
                handle.createQuery(NOTICES).bind("id", id).map((each, _) -> notice(each)).list(),
                row.getObject("created_by", UUID.class),
                RowTime.at(row, "created_at"),
                RowTime.at(row, "modified_at"),
                RowTime.atOrNull(row, "closed_at"));
    }

    private Notice notice(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String text = seal.plaintextOfNotice(id, "text_sealed", row.getBytes("text_sealed"));
        return new Notice(
                id,
                Duty.valueOf(upper(row, "duty")),
                row.getBoolean("told"),
                RowTime.at(row, "noticed_at"),
                BreachRisk.valueOf(upper(row, "risk")),
                text == null ? "" : text,
                seal.plaintextOfNotice(
                        id, "delay_reason_sealed", row.getBytes("delay_reason_sealed")),
                seal.mailingOf(
                        id,
                        row.getBytes("mail_sealed"),
                        row.getString("mailing"),
                        row.getObject("mail_people", Integer.class),
                        row.getObject("mail_written", Integer.class)),
                row.getObject("created_by", UUID.class),
                RowTime.at(row, "created_at"));
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return "IncidentRows";
    }
}
