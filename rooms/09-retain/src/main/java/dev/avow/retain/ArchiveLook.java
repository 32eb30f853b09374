package dev.avow.retain;

import dev.avow.words.Ids;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What one look at the table brought: rows of one week, Monday to Sunday by UTC, as interactions
 * lie.
 *
 * @param part rows to move; empty where all are held
 * @param next where to look next
 * @param until where the tenant's limit may move once they are archived: all older rows are in the
 *     part. Empty where there is a hold, or where the look ended within rows of one time
 * @param held rows that a hold keeps in the table
 * @param more whether there are more of the same week
 */
record ArchiveLook(
        Optional<ArchivePart> part, Place next, Optional<Instant> until, long held, boolean more) {

    private static final String READABLE_FROM = "SELECT readable_from FROM retention_limits";

    private static final String FIRST =
            """
            SELECT occurred_at FROM interactions
            WHERE occurred_at >= :after AND occurred_at < :until
                AND (occurred_at, id) > (:after, :after_id)
            ORDER BY occurred_at, id LIMIT 1
            """;

    private static final String ROWS =
            """
            SELECT i.*, :holds AND is_held(i.user_id, i.occurred_at) AS held
            FROM interactions i
            WHERE i.occurred_at >= :after AND i.occurred_at < :until
                AND (i.occurred_at, i.id) > (:after, :after_id)
            ORDER BY i.occurred_at, i.id LIMIT :rows
            """;

    private record Seen(ArchivedRow row, boolean held) {}

    private record AllSeen(ByteBuffer names, List<Seen> rows) {}

    /** A place in the table, in the order of times. */
    record Place(OffsetDateTime at, UUID id) {

        private static final OffsetDateTime EVER = OffsetDateTime.parse("0001-01-01T00:00:00Z");
        private static final UUID FIRST_ID = new UUID(0, 0);

        /** Where a tenant's rows begin that can be read: what is older is archived, or due. */
        static Place first(Handle handle) {
            return new Place(
                    handle.createQuery(READABLE_FROM)
                            .mapTo(OffsetDateTime.class)
                            .findOne()
                            .filter(EVER::isBefore)
                            .orElse(EVER),
                    FIRST_ID);
        }
    }

    /**
     * Looks.
     *
     * @param until the end of the newest day that is to move
     * @param most rows, at most
     * @return empty where nothing is left
     */
    static Optional<ArchiveLook> at(Handle handle, Place after, Instant until, int most) {
        return first(handle, after, until)
                .map(first -> {
                    Instant end = min(until, endOfWeek(first));
                    return of(handle, after, end, most);
                });
    }

    private static ArchiveLook of(Handle handle, Place after, Instant until, int most) {
        boolean holds = LegalHoldRows.any(handle);
        AllSeen all = look(handle, after, until, most + 1, holds);
        boolean more = all.rows().size() > most;
        List<Seen> taken = all.rows().subList(0, Math.min(most, all.rows().size()));
        ArchivedRow last = taken.getLast().row();
        Instant end = more ? all.rows().getLast().row().at() : endOf(day(last.at()));
        List<ArchivedRow> free =
                taken.stream().filter(each -> !each.held()).map(Seen::row).toList();
        return new ArchiveLook(
                free.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new ArchivePart(
                                        Ids.next(), day(free.getFirst().at()), all.names(), free)),
                new Place(last.at().atOffset(ZoneOffset.UTC), last.id()),
                Optional.of(end).filter(each -> !holds && last.at().isBefore(each)),
                taken.size() - free.size(),
                more);
    }

    private static Optional<Instant> first(Handle handle, Place after, Instant until) {
        return handle.createQuery(FIRST)
                .bind("after", after.at())
                .bind("after_id", after.id())
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    private static AllSeen look(
            Handle handle, Place after, Instant until, int rows, boolean holds) {
        return handle.createQuery(ROWS)
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .bind("after", after.at())
                .bind("after_id", after.id())
                .bind("rows", rows)
                .bind("holds", holds)
                .setFetchSize(rows)
                .scanResultSet((result, _) -> read(result.get()));
    }

    private static AllSeen read(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        int held = columns.getColumnCount();
        RowLines lines = new RowLines(columns, held - 1);
        List<Seen> seen = new ArrayList<>();
        int id = row.findColumn("id");
        int at = row.findColumn("occurred_at");
        int user = row.findColumn("user_id");
        while (row.next()) {
            seen.add(
                    new Seen(
                            new ArchivedRow(
                                    row.getObject(id, UUID.class),
                                    row.getObject(at, OffsetDateTime.class).toInstant(),
                                    row.getObject(user, UUID.class),
                                    lines.line(row)),
                            row.getBoolean(held)));
        }
        return new AllSeen(lines.names(), seen);
    }

    /** The rows that are to move, in their order. */
    List<ArchivedRow> rows() {
        return part.map(ArchivePart::rows).orElse(List.of());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant endOfWeek(Instant at) {
        return day(at).with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
