package dev.avow.retain;

import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What will go when, if nothing else happens: counts, from the rows that there are. Blocks. */
public final class Preview {

    private static final String DUE =
            """
            SELECT greatest(:today, ((occurred_at AT TIME ZONE 'UTC') + make_interval(secs => :life))::date)
                    AS day,
                count(*) FILTER (WHERE NOT held) AS rows, count(*) FILTER (WHERE held) AS held
            FROM (SELECT occurred_at, :holds AND is_held(user_id, occurred_at) AS held
                FROM interactions WHERE occurred_at < :until) AS due
            GROUP BY 1 ORDER BY 1
            """;

    /**
     * A file goes when the newest of its rows is due. Which of them will be held is not known here.
     */
    private static final String FILES =
            """
            SELECT greatest(:today, ((last_at AT TIME ZONE 'UTC') + make_interval(secs => :life))::date)
                    AS day, sum(rows) AS rows, 0 AS held
            FROM archives WHERE state = 'committed' AND last_at < :until
            GROUP BY 1 ORDER BY 1
            """;

    private static final Duration DAY = Duration.ofDays(1);

    private final Tenancy tenancy;
    private final Schedule schedule;
    private final InstantSource clock;

    public Preview(Tenancy tenancy, Schedule schedule, InstantSource clock) {
        this.tenancy = tenancy;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * What happens to rows of one kind on one day, in UTC.
     *
     * @param what {@code delete} or {@code archive}
     * @param held what would go as well, were it not for a legal hold
     */
    public record Going(LocalDate day, Kept kept, String what, long rows, long held) {}

    /** What goes from now until so many days ahead, by day. What is due already goes today. */
    public List<Going> ahead(TenantId tenant, int days) {
        Instant end = clock.instant().plus(Duration.ofDays(days));
        Optional<Duration> life = schedule.term(Kept.INTERACTIONS).life();
        Optional<Duration> moves = schedule.archiveAfter();
        List<Going> going = new ArrayList<>();
        if (moves.isPresent()) {
            // A day moves when it is over, so its rows' own hours do not count.
            Instant until = end.minus(moves.get()).truncatedTo(ChronoUnit.DAYS);
            going.addAll(rows(tenant, DUE, moves.get().plus(DAY), until, "archive"));
            life.ifPresent(
                    each -> going.addAll(rows(tenant, FILES, each, end.minus(each), "delete")));
        } else {
            life.ifPresent(
                    each -> going.addAll(rows(tenant, DUE, each, end.minus(each), "delete")));
        }
        return List.copyOf(going);
    }

    private List<Going> rows(
            TenantId tenant, String sql, Duration life, Instant until, String what) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return tenancy.within(
                tenant,
                handle ->
                        handle.createQuery(sql)
                                .bind("today", today)
                                .bind("life", (double) life.toSeconds())
                                .bind("until", until.atOffset(ZoneOffset.UTC))
                                .bind("holds", LegalHoldRows.any(handle))
                                .map((row, _) ->
                                        new Going(
                                                row.getObject("day", LocalDate.class),
                                                Kept.INTERACTIONS,
                                                what,
                                                row.getLong("rows"),
                                                row.getLong("held")))
                                .list());
    }
}
