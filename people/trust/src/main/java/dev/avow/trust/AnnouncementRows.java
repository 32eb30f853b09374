package dev.avow.trust;

import dev.avow.tenancy.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Announcements in the database, in transactions of their tenant. */
final class AnnouncementRows {

    private static final String INSERT =
            """
            INSERT INTO trust_announcements (tenant_id, id, announced_at, effective_on, text_en,
                text_fr)
            VALUES (avow_tenant(), :id, :at, :on, :english, :french::text)
            """;

    private static final String ALL =
            """
            SELECT a.*, v.number AS version FROM trust_announcements a
            LEFT JOIN trust_versions v ON v.tenant_id = a.tenant_id AND v.announcement_id = a.id
            """;

    /** The oldest whose day has come lately and that no version came of. */
    private static final String UNUSED =
            """
            SELECT id FROM trust_announcements a
            WHERE withdrawn_at IS NULL AND effective_on <= :today AND effective_on > :since
                AND NOT EXISTS (SELECT FROM trust_versions v
                    WHERE v.tenant_id = a.tenant_id AND v.announcement_id = a.id)
            ORDER BY effective_on, id LIMIT 1
            """;

    private AnnouncementRows() {}

    static void insert(Handle handle, Announcement made) {
        handle.createUpdate(INSERT)
                .bind("id", made.id())
                .bind("at", made.announcedAt().atOffset(ZoneOffset.UTC))
                .bind("on", made.effectiveOn())
                .bind("english", made.english())
                .bind("french", made.french())
                .execute();
    }

    /** Newest first. */
    static List<Announcement> all(Handle handle) {
        return handle.createQuery(ALL + " ORDER BY a.announced_at DESC, a.id DESC LIMIT 1000")
                .map((row, _) -> read(row))
                .list();
    }

    static Optional<Announcement> find(Handle handle, UUID id) {
        return handle.createQuery(ALL + " WHERE a.id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** The same, which nobody else changes until the transaction ends. */
    static Optional<Announcement> lock(Handle handle, UUID id) {
        return handle.createQuery(ALL + " WHERE a.id = :id FOR UPDATE OF a")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    static Optional<UUID> unused(Handle handle, LocalDate today, LocalDate since) {
        return handle.createQuery(UNUSED)
                .bind("today", today)
                .bind("since", since)
                .mapTo(UUID.class)
                .findOne();
    }

    static void withdraw(Handle handle, UUID id, Instant now) {
        handle.createUpdate("UPDATE trust_announcements SET withdrawn_at = :now WHERE id = :id")
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    static void mailed(Handle handle, UUID id, Instant now) {
        handle.createUpdate("UPDATE trust_announcements SET mailed_at = :now WHERE id = :id")
                .bind("id", id)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Announcement read(ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return new Announcement(
                row.getObject("id", UUID.class),
                RowTime.at(row, "announced_at"),
                row.getObject("effective_on", LocalDate.class),
                row.getString("text_en"),
                row.getString("text_fr"),
                RowTime.atOrNull(row, "withdrawn_at"),
                RowTime.atOrNull(row, "mailed_at"),
                version == 0 ? null : version);
    }
}
