package dev.avow.retain;

import dev.avow.retain.RunCounts.Counter;
import dev.avow.tenancy.Expired;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Deletes what has been kept long enough (promise R1), unless a legal hold keeps it (R5). It works
 * in batches, each a short transaction that is right by itself: where a process dies between two,
 * the next run goes on, since what is due is told by the rows and by nothing else. Weeks of
 * interactions that are about to go as a whole it leaves to {@link Weeks}.
 *
 * <p>What room 08 has in its journal and not yet in the database is not lost, since nothing here
 * touches a journal; its row comes with its own time, and goes with the first run after that if it
 * is too old. That is also why no row comes back for good: a recovery may write a row once more
 * whose process died between the row's commit and the mark in the journal, but it runs before the
 * first run of this, and the row is as old as it was. A use that is under way is younger than any
 * retention, which is a day at least; an end that finds no row changes nothing.
 *
 * <p>The audit log is not touched here: it is closed in whole spans, with a signed stub, by room
 * 10.
 *
 * <p>Blocks. Several nodes may do it at once; {@link dev.avow.tenancy.NodeLock} saves them the
 * trouble.
 */
public final class Expiry {

    private static final int SMALLEST_BATCH = 50;

    /** What a machine can do is not known before it has done some. */
    private static final int FIRST_BATCH = 500;

    private static final String LOOK_AT_ALL =
            """
            SELECT (SELECT readable_from FROM retention_limits) AS readable_from,
                EXISTS (SELECT FROM sessions WHERE expires_at <= :now)
                OR EXISTS (SELECT FROM setup_links WHERE created_at < :now)
                OR EXISTS (SELECT FROM provider_batches WHERE expires_at <= :now)
                OR EXISTS (SELECT FROM provider_files WHERE expires_at <= :now) AS others
            """;

    private static final String SPANS = "SELECT low, high FROM gate_row_by_row(:until)";

    private static final UUID FIRST_ID = new UUID(0, 0);

    /**
     * Rows are looked at in the order of the key and each once in a run, so that those which are
     * held cost one look and not one for each batch. A span is of one partition; a place is one in
     * it alone, so both statements say which. The limit is asked with each batch, since a row that
     * comes late moves it back.
     */
    private static final String LOOK =
            """
            WITH looked AS MATERIALIZED (
                SELECT ctid AS place, occurred_at, id, user_id FROM interactions
                WHERE occurred_at >= :from AND occurred_at < :until
                    AND (occurred_at, id) > (:after, :after_id)
                    AND (occurred_at < :scheduled
                        OR occurred_at < (SELECT readable_from FROM retention_limits))
                ORDER BY occurred_at, id LIMIT :rows
            ), gone AS (
                DELETE FROM interactions WHERE occurred_at >= :from AND occurred_at < :until
                    AND ctid = ANY (ARRAY(SELECT place FROM looked
            """;

    private static final String UNLESS_HELD = " WHERE NOT is_held(user_id, occurred_at)";

    private static final String COUNT =
            """
                )) RETURNING 1
            )
            SELECT looked.n AS looked, gone.n AS gone, last.occurred_at, last.id
            FROM (SELECT count(*) AS n FROM looked) AS looked,
                (SELECT count(*) AS n FROM gone) AS gone
                LEFT JOIN (SELECT occurred_at, id FROM looked
                    ORDER BY occurred_at DESC, id DESC LIMIT 1) AS last ON true
            """;

    private static final String INTERACTIONS = LOOK + COUNT;
    private static final String INTERACTIONS_UNLESS_HELD = LOOK + UNLESS_HELD + COUNT;

    private static final String SESSIONS =
            """
            DELETE FROM sessions WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM sessions
                WHERE expires_at <= :now AND NOT is_held(user_id, created_at) LIMIT :rows))
            """;

    /**
     * Used ones, and those that nobody can use any more: there is an account, or it is too late.
     */
    private static final String SETUP_LINKS =
            """
            DELETE FROM setup_links WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM setup_links
                WHERE (used_at IS NOT NULL OR expires_at <= :now
                        OR (user_id IS NULL
                            AND EXISTS (SELECT FROM users WHERE password_hash IS NOT NULL)))
                    AND created_at < :now AND NOT is_held(user_id, created_at) LIMIT :rows))
            """;

    /** Batches before the files that they are of. */
    private static final String BATCHES =
            """
            DELETE FROM provider_batches WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM provider_batches
                WHERE expires_at <= :now AND NOT is_held(user_id, created_at) LIMIT :rows))
            """;

    private static final String FILES =
            """
            DELETE FROM provider_files WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM provider_files
                WHERE expires_at <= :now AND NOT is_held(user_id, created_at) LIMIT :rows))
            """;

    private record Batch(long looked, long gone, OffsetDateTime at, UUID id) {}

    private record Span(OffsetDateTime from, OffsetDateTime until) {}

    private final Tenancy tenancy;
    private final Schedule schedule;
    private final InstantSource clock;
    private final int mostRows;

    /**
     * @param mostRows rows of one batch at most; fewer where a batch takes long
     */
    public Expiry(Tenancy tenancy, Schedule schedule, InstantSource clock, int mostRows) {
        this.tenancy = tenancy;
        this.schedule = schedule;
        this.clock = clock;
        this.mostRows = mostRows;
    }

    /**
     * What there may be of a tenant to delete.
     *
     * @param due interactions that are older are due: by the schedule, or because nobody can read
     *     them any more since an earlier schedule said so
     * @param others whether there may be anything else
     */
    record Look(Optional<OffsetDateTime> due, boolean others) {}

    /** Looks, so that nothing need be begun for a tenant that has nothing. */
    Look look(Handle handle) {
        return handle.createQuery(LOOK_AT_ALL)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map((row, _) ->
                        new Look(
                                Stream.concat(
                                                Stream.ofNullable(
                                                        row.getObject(
                                                                "readable_from",
                                                                OffsetDateTime.class)),
                                                scheduled().stream())
                                        .max(OffsetDateTime.timeLineOrder()),
                                row.getBoolean("others")))
                .one();
    }

    /**
     * Deletes what is due of one tenant.
     *
     * @param looked at just now
     * @param goOn asked between two batches; false ends it there
     */
    void run(TenantId tenant, Look looked, BooleanSupplier goOn) {
        looked.due().stream()
                .flatMap(until -> spans(until).stream())
                .forEach(span -> interactions(tenant, span, goOn));
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        boolean more = looked.others();
        while (more) {
            more =
                    tenancy.within(tenant, handle -> others(handle, tenant, now))
                            && goOn.getAsBoolean();
        }
    }

    private Optional<OffsetDateTime> scheduled() {
        return schedule.oldest(Kept.INTERACTIONS, clock.instant())
                .map(each -> each.atOffset(ZoneOffset.UTC));
    }

    /** Where rows go one by one; elsewhere they are about to go as a whole, see {@link Weeks}. */
    private List<Span> spans(OffsetDateTime due) {
        return tenancy.atTheGate(handle ->
                handle.createQuery(SPANS)
                        .bind("until", due)
                        .map((row, _) ->
                                new Span(
                                        row.getObject("low", OffsetDateTime.class),
                                        Collections.min(
                                                List.of(
                                                        due,
                                                        row.getObject(
                                                                "high", OffsetDateTime.class)),
                                                OffsetDateTime.timeLineOrder())))
                        .list());
    }

    private void interactions(TenantId tenant, Span span, BooleanSupplier goOn) {
        Pace pace = new Pace(Math.min(SMALLEST_BATCH, mostRows), FIRST_BATCH, mostRows);
        Batch last = new Batch(0, 0, span.from(), FIRST_ID);
        boolean more;
        do {
            Batch before = last;
            int most = pace.size();
            last =
                    pace.of(rows ->
                            tenancy.within(
                                    tenant, handle -> batch(handle, tenant, span, before, rows)));
            more = last.looked() == most;
            if (more) {
                pace.rest();
            }
        } while (more && goOn.getAsBoolean());
    }

    private Batch batch(Handle handle, TenantId tenant, Span span, Batch before, int rows) {
        OffsetDateTime scheduled = scheduled().orElse(OffsetDateTime.MIN);
        HoldLock.shared(handle, tenant);
        Expired.show(handle);
        boolean holds = LegalHoldRows.any(handle);
        Batch done =
                handle.createQuery(holds ? INTERACTIONS_UNLESS_HELD : INTERACTIONS)
                        .bind("from", span.from())
                        .bind("until", span.until())
                        .bind("scheduled", scheduled)
                        .bind("after", before.at())
                        .bind("after_id", before.id())
                        .bind("rows", rows)
                        .map((row, _) -> {
                            OffsetDateTime at = row.getObject("occurred_at", OffsetDateTime.class);
                            UUID id = row.getObject("id", UUID.class);
                            return new Batch(
                                    row.getLong("looked"),
                                    row.getLong("gone"),
                                    at == null ? before.at() : at,
                                    id == null ? before.id() : id);
                        })
                        .one();
        RunCounts.add(handle, Counter.INTERACTIONS, done.gone());
        RunCounts.add(handle, Counter.HELD, holds ? done.looked() - done.gone() : 0);
        return done;
    }

    /** A batch of each, in one transaction; whether one was full. */
    private boolean others(Handle handle, TenantId tenant, OffsetDateTime now) {
        HoldLock.shared(handle, tenant);
        int sessions = delete(handle, SESSIONS, now);
        int links = delete(handle, SETUP_LINKS, now);
        int batches = delete(handle, BATCHES, now);
        int files = batches == mostRows ? 0 : delete(handle, FILES, now);
        RunCounts.add(handle, Counter.SESSIONS, sessions);
        RunCounts.add(handle, Counter.SETUP_LINKS, links);
        return IntStream.of(sessions, links, batches, files).anyMatch(each -> each == mostRows);
    }

    private int delete(Handle handle, String sql, OffsetDateTime now) {
        return handle.createUpdate(sql).bind("now", now).bind("rows", mostRows).execute();
    }
}
