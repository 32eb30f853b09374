package dev.avow.mail;

import dev.avow.tenancy.RowTime;
import dev.avow.words.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Mails in the database, in transactions of their tenant. */
final class OutboxRows {

    private static final String INSERT =
            """
            INSERT INTO mail_outbox (tenant_id, id, occasion, kind, topic, resource_type,
                resource_id, user_id, message_sealed, created_at, next_at, give_up_at)
            VALUES (avow_tenant(), :id, :occasion, :kind, :topic, :type, :resource, :user::uuid,
                :sealed, :now, :now, :until)
            ON CONFLICT (tenant_id, occasion) DO NOTHING
            """;

    private static final String SUPERSEDE =
            """
            UPDATE mail_outbox SET state = 'given_up', message_sealed = NULL, ended_at = :now,
                reply = 'a newer one took its place'
            WHERE resource_id = :resource AND kind = :kind AND state = 'waiting' AND id <> :id
            """;

    /**
     * Noted before it is tried, so that a crash delays and repeats, and forgets nothing; the pause
     * behind the lease grows, so that whoever always dies then does not mail without end.
     */
    private static final String TAKE =
            """
            UPDATE mail_outbox SET tries = tries + 1,
                next_at = CAST(:now AS timestamptz) + make_interval(secs => :lease)
                    + least(make_interval(secs => :longest),
                        interval '1 minute' * power(2, least(tries, 20)))
            WHERE id = (SELECT id FROM mail_outbox
                WHERE state = 'waiting' AND next_at <= :now
                ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """;

    private static final String DEFER =
            """
            UPDATE mail_outbox SET reply = :reply,
                next_at = least(give_up_at, CAST(:now AS timestamptz)
                    + least(make_interval(secs => :longest),
                        interval '1 minute' * power(2, least(tries - 1, 20))))
            WHERE id = :id AND state = 'waiting'
            """;

    private static final String END =
            """
            UPDATE mail_outbox SET state = :state, message_sealed = NULL, reply = :reply,
                ended_at = :now
            WHERE id = :id AND state = 'waiting'
            """;

    private static final String GIVE_UP =
            """
            UPDATE mail_outbox SET state = 'given_up', message_sealed = NULL, ended_at = :now,
                reply = :why
            WHERE resource_id = :resource AND resource_type = :type AND state = 'waiting'
            """;

    /** A mail that is being tried is left to whoever tries it. */
    private static final String LATE =
            """
            SELECT * FROM mail_outbox
            WHERE state = 'waiting' AND give_up_at <= :now AND next_at <= :now
            ORDER BY next_at, id LIMIT 100
            """;

    private static final String OF =
            """
            SELECT * FROM mail_outbox WHERE resource_id = :resource AND resource_type = :type
            ORDER BY created_at DESC, id DESC LIMIT 100
            """;

    private static final String PAGE =
            """
            SELECT * FROM mail_outbox WHERE resource_id = :resource AND resource_type = :type
                AND (created_at, id) < (:at, :id)
            ORDER BY created_at DESC, id DESC LIMIT :rows
            """;

    private static final String WRITTEN_TO =
            """
            SELECT user_id FROM mail_outbox
            WHERE resource_id = :resource AND resource_type = :type AND user_id IS NOT NULL
            """;

    private static final String SENT =
            """
            SELECT min(ended_at) AS first_at, max(ended_at) AS last_at, count(*) AS mails
            FROM mail_outbox WHERE state = 'sent'
            """;

    private OutboxRows() {}

    /** A mail whose turn it is. Not a record: it would print, or compare by, its bytes. */
    static final class Taken {
        private final MailStatus status;
        private final byte[] sealed;

        Taken(MailStatus status, byte[] sealed) {
            this.status = status;
            this.sealed = sealed;
        }

        MailStatus status() {
            return status;
        }

        byte[] sealed() {
            return sealed.clone();
        }
    }

    static int waiting(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM mail_outbox WHERE state = 'waiting'")
                .mapTo(Integer.class)
                .one();
    }

    static boolean isKnown(Handle handle, String occasion) {
        return handle.createQuery("SELECT count(*) FROM mail_outbox WHERE occasion = :occasion")
                        .bind("occasion", occasion)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static boolean insert(
            Handle handle, UUID id, MailDraft draft, byte[] sealed, Instant now, Instant until) {
        return handle.createUpdate(INSERT)
                        .bind("id", id)
                        .bind("occasion", draft.occasion())
                        .bind("kind", draft.kind().id())
                        .bind("topic", draft.topic())
                        .bind("type", draft.resourceType())
                        .bind("resource", draft.resourceId())
                        .bind("user", draft.userId())
                        .bind("sealed", sealed)
                        .bind("now", now)
                        .bind("until", until)
                        .execute()
                > 0;
    }

    /** Ends what waits of the same kind about the same. */
    static void supersede(Handle handle, UUID by, MailDraft draft, Instant now) {
        handle.createUpdate(SUPERSEDE)
                .bind("resource", draft.resourceId())
                .bind("kind", draft.kind().id())
                .bind("id", by)
                .bind("now", now)
                .execute();
    }

    /** The next one that is due. */
    static Optional<Taken> take(Handle handle, Instant now, Duration lease, Duration longestPause) {
        return handle.createQuery(TAKE)
                .bind("now", now)
                .bind("lease", lease.toSeconds())
                .bind("longest", longestPause.toSeconds())
                .map((row, _) -> new Taken(read(row), row.getBytes("message_sealed")))
                .findOne();
    }

    /** Whether it waits on: for a minute first, then twice as long each time. */
    static boolean defer(Handle handle, UUID id, Instant now, Duration longestPause, String reply) {
        return handle.createUpdate(DEFER)
                        .bind("id", id)
                        .bind("now", now)
                        .bind("longest", longestPause.toSeconds())
                        .bind("reply", reply)
                        .execute()
                > 0;
    }

    /** Whether it waited. */
    static boolean end(Handle handle, UUID id, MailStatus.State state, String reply, Instant now) {
        return handle.createUpdate(END)
                        .bind("id", id)
                        .bind("state", state.id())
                        .bind("reply", reply)
                        .bind("now", now)
                        .execute()
                > 0;
    }

    /** Ends what waits about something; how many did. */
    static int giveUp(
            Handle handle, String resourceType, UUID resourceId, String why, Instant now) {
        return handle.createUpdate(GIVE_UP)
                .bind("resource", resourceId)
                .bind("type", resourceType)
                .bind("why", why)
                .bind("now", now)
                .execute();
    }

    /** Some that are to be given up. */
    static List<MailStatus> late(Handle handle, Instant now) {
        return handle.createQuery(LATE).bind("now", now).map((row, _) -> read(row)).list();
    }

    /** The newest hundred, newest first. */
    static List<MailStatus> of(Handle handle, String type, UUID resource) {
        return handle.createQuery(OF)
                .bind("type", type)
                .bind("resource", resource)
                .map((row, _) -> read(row))
                .list();
    }

    static List<MailStatus> page(Handle handle, String type, UUID resource, PageRequest wanted) {
        return handle.createQuery(PAGE)
                .bind("type", type)
                .bind("resource", resource)
                .bind("at", wanted.start().at())
                .bind("id", wanted.start().id())
                .bind("rows", wanted.rowsToRead())
                .map((row, _) -> read(row))
                .list();
    }

    static Set<UUID> writtenTo(Handle handle, String type, UUID resource) {
        return Set.copyOf(
                handle.createQuery(WRITTEN_TO)
                        .bind("type", type)
                        .bind("resource", resource)
                        .mapTo(UUID.class)
                        .list());
    }

    static Optional<SentMail> sent(Handle handle) {
        return handle.createQuery(SENT)
                .map((row, _) -> {
                    Instant first = RowTime.atOrNull(row, "first_at");
                    Instant last = RowTime.atOrNull(row, "last_at");
                    return first == null || last == null
                            ? Optional.<SentMail>empty()
                            : Optional.of(new SentMail(first, last, row.getLong("mails")));
                })
                .one();
    }

    private static MailStatus read(ResultSet row) throws SQLException {
        return new MailStatus(
                row.getObject("id", UUID.class),
                MailKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("topic"),
                row.getString("resource_type"),
                row.getObject("resource_id", UUID.class),
                row.getObject("user_id", UUID.class),
                MailStatus.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                RowTime.at(row, "created_at"),
                RowTime.at(row, "next_at"),
                RowTime.at(row, "give_up_at"),
                row.getInt("tries"),
                row.getString("reply"),
                RowTime.atOrNull(row, "ended_at"));
    }
}
