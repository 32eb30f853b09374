package dev.avow.retain;

import dev.avow.words.Ids;
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
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * What one look at the table brought: a batch at most, of whatever weeks.
 *
 * @param parts rows to move, a part for each week, Monday to Sunday by UTC, as interactions lie;
 *     empty where all are held
 * @param next where to look next
 * @param until where the tenant's limit may move once they are archived: all older rows are in the
 *     parts. Empty where there is a hold, or where the look ended within rows of one time
 * @param held rows that a hold keeps in the table
 * @param more whether there may be more
 */
record ArchiveLook(
        List<ArchivePart> parts, Place next, Optional<Instant> until, long held, boolean more) {

    private static final String READABLE_FROM = "SELECT readable_from FROM retention_limits";

    private static final String ROWS =
            """
            SELECT i.*, :holds AND is_held(i.user_id, i.occurred_at) AS held
            FROM interactions i
            WHERE i.occurred_at >= :after AND i.occurred_at < :until
                AND (i.occurred_at, i.id) > (:after, :after_id)
            ORDER BY i.occurred_at, i.id LIMIT :rows
            """;

    /**
     * How many rows the driver brings at once, each value an array of its own; what is kept of them
     * are fewer and larger ones ({@link RowLines}).
     */
    private static final int ROWS_AT_ONCE = 500;

    /**
     * The rows that there are.
     *
     * @param held by their place among the rows, those that a hold keeps
     */
    private record Seen(String names, List<ArchivedRow> rows, BitSet held) {

        List<ArchivedRow> free(int first) {
            return held.isEmpty()
                    ? rows.subList(0, first)
                    : IntStream.range(0, first)
                            .filter(row -> !held.get(row))
                            .mapToObj(rows::get)
                            .toList();
        }
    }

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
        boolean holds = LegalHoldRows.any(handle);
        Seen seen = look(handle, after, until, most + 1, holds);
        List<ArchivedRow> all = seen.rows();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int taken = Math.min(most, all.size());
        boolean more = all.size() > most;
        ArchivedRow last = all.get(taken - 1);
        Instant end = more ? all.getLast().at() : endOf(day(last.at()));
        List<ArchivedRow> free = seen.free(taken);
        return Optional.of(
                new ArchiveLook(
                        parts(seen.names(), free),
                        new Place(last.at().atOffset(ZoneOffset.UTC), last.id()),
                        Optional.of(end).filter(each -> !holds && last.at().isBefore(each)),
                        taken - free.size(),
                        more));
    }

    private static List<ArchivePart> parts(String names, List<ArchivedRow> rows) {
        List<ArchivePart> parts = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            Instant end = endOfWeek(rows.get(from).at());
            int to = from + 1;
            while (to < rows.size() && rows.get(to).at().isBefore(end)) {
                to++;
            }
            parts.add(
                    new ArchivePart(
                            Ids.next(), day(rows.get(from).at()), names, rows.subList(from, to)));
            from = to;
        }
        return List.copyOf(parts);
    }

    private static Seen look(Handle handle, Place after, Instant until, int rows, boolean holds) {
        return handle.createQuery(ROWS)
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .bind("after", after.at())
                .bind("after_id", after.id())
                .bind("rows", rows)
                .bind("holds", holds)
                .setFetchSize(Math.min(rows, ROWS_AT_ONCE))
                .scanResultSet((result, _) -> read(result.get(), holds));
    }

    private static Seen read(ResultSet row, boolean holds) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        int isHeld = columns.getColumnCount();
        RowLines lines = new RowLines(columns, isHeld - 1);
        List<ArchivedRow> rows = new ArrayList<>();
        BitSet held = new BitSet();
        Map<UUID, UUID> users = new HashMap<>();
        int id = row.findColumn("id");
        int at = row.findColumn("occurred_at");
        int userId = row.findColumn("user_id");
        while (row.next()) {
            UUID user = RowValues.uuid(row, userId);
            held.set(rows.size(), holds && row.getBoolean(isHeld));
            rows.add(
                    new ArchivedRow(
                            Objects.requireNonNull(RowValues.uuid(row, id)),
                            Objects.requireNonNull(RowValues.time(row, at)),
                            user == null ? null : users.computeIfAbsent(user, same -> same),
                            lines.text(row)));
        }
        return new Seen(lines.names(), rows, held);
    }

    /** The rows that are to move, in their order. */
    List<ArchivedRow> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
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
}
