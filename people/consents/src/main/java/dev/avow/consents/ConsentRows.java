package dev.avow.consents;

import dev.avow.sealing.Place;
import dev.avow.sealing.SubjectKeys;
import dev.avow.sealing.UnsealAccess;
import dev.avow.tenancy.RowTime;
import dev.avow.words.Cursor;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code consents}: notes are sealed under their person's key. */
record ConsentRows(SubjectKeys subjects) {

    /** One person's entries come one after the other. */
    private static final String LOCK = "SELECT id FROM users WHERE id = :person FOR UPDATE";

    private static final String LAST =
            """
            SELECT action = 'given' AS given FROM consents
            WHERE user_id = :person AND purpose = :purpose
            ORDER BY recorded_at DESC, id DESC LIMIT 1
            """;

    private static final String COUNT = "SELECT count(*) FROM consents WHERE user_id = :person";

    private static final String NEWEST =
            "SELECT max(recorded_at) FROM consents WHERE user_id = :person";

    private static final String INSERT =
            """
            INSERT INTO consents (tenant_id, id, user_id, purpose, action, text_version, text_sha256,
                method, note_sealed, happened_at, recorded_by, recorded_at)
            VALUES (:tenant, :id, :person, :purpose, :action, :version, :hash, :method, :note,
                :happened, CAST(:by AS uuid), :recorded)
            """;

    private static final String PAGE =
            """
            SELECT c.*, action = 'given' AND NOT EXISTS (
                SELECT FROM consents later
                WHERE later.user_id = c.user_id AND later.purpose = c.purpose
                    AND (later.recorded_at, later.id) > (c.recorded_at, c.id)) AS in_force
            FROM consents c
            WHERE user_id = :person AND (recorded_at, id) < (:at, :id)
            ORDER BY recorded_at DESC, id DESC LIMIT :rows
            """;

    /** The newest entry for a purpose. */
    record Last(boolean given) {}

    /** Whether there is such a person; their row is locked until the transaction ends. */
    boolean lockPerson(Handle handle, UUID person) {
        return handle.createQuery(LOCK)
                .bind("person", person)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    Optional<Last> last(Handle handle, UUID person, String purpose) {
        return handle.createQuery(LAST)
                .bind("person", person)
                .bind("purpose", purpose)
                .map((row, _) -> new Last(row.getBoolean("given")))
                .findOne();
    }

    long count(Handle handle, UUID person) {
        return handle.createQuery(COUNT).bind("person", person).mapTo(Long.class).one();
    }

    /** A time that is later than all of the person's, also where the clock was set back. */
    Instant after(Handle handle, UUID person, Instant now) {
        return handle.createQuery(NEWEST)
                .bind("person", person)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(newest -> newest.toInstant().plus(1, ChronoUnit.MICROS))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    /**
     * Adds an entry.
     *
     * @throws dev.avow.words.FaultException {@code not_found} where the person was erased
     */
    void insert(Handle handle, TenantId tenant, Consent consent, byte @Nullable [] hash) {
        handle.createUpdate(INSERT)
                .bind("tenant", tenant.value())
                .bind("id", consent.id())
                .bind("person", consent.userId())
                .bind("purpose", consent.purpose())
                .bind("action", consent.given() ? "given" : "withdrawn")
                .bindByType("version", consent.textVersion(), String.class)
                .bindByType("hash", hash, byte[].class)
                .bind("method", consent.method())
                .bindByType("note", sealedNote(tenant, consent), byte[].class)
                .bind("happened", consent.happenedAt())
                .bindByType("by", consent.recordedBy(), UUID.class)
                .bind("recorded", consent.recordedAt())
                .execute();
    }

    List<Consent> page(Handle handle, TenantId tenant, UUID person, PageRequest wanted) {
        Cursor after = wanted.start();
        return handle.createQuery(PAGE)
                .bind("person", person)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("rows", wanted.rowsToRead())
                .map((row, _) -> read(row, tenant, person))
                .list();
    }

    private Consent read(ResultSet row, TenantId tenant, UUID person) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] hash = row.getBytes("text_sha256");
        return new Consent(
                id,
                person,
                row.getString("purpose"),
                row.getString("action").equals("given"),
                row.getBoolean("in_force"),
                row.getString("text_version"),
                hash == null ? null : HexFormat.of().formatHex(hash),
                row.getString("method"),
                note(tenant, person, id, row.getBytes("note_sealed")),
                RowTime.at(row, "happened_at"),
                row.getObject("recorded_by", UUID.class),
                RowTime.at(row, "recorded_at"));
    }

    private byte @Nullable [] sealedNote(TenantId tenant, Consent consent) {
        String note = consent.plaintextNote();
        return note == null
                ? null
                : subjects.seal(tenant, consent.userId(), note, place(tenant, consent.id()))
                        .orElseThrow(() ->
                                Fault.of(FaultCode.NOT_FOUND, "this account was erased")
                                        .asException());
    }

    /** Null where there is none, or the person was erased and the row is on its way out. */
    private @Nullable String note(TenantId tenant, UUID person, UUID id, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : subjects.plaintextOf(
                                tenant, person, sealed, place(tenant, id), UnsealAccess.granted())
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse(null);
    }

    private static Place place(TenantId tenant, UUID id) {
        return new Place(tenant, "consents", "note_sealed", id);
    }
}
