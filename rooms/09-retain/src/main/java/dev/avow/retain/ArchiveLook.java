package dev.avow.retain;

import dev.avow.words.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What one look at the table brought.
 *
 * @param parts rows to move, by day; none where all are held
 * @param next where to look next
 * @param until where the tenant's limit may move once they are archived: all older rows are in the
 *     parts. Empty where there is a hold, or where the look ended within rows of one time
 * @param held rows that a hold keeps in the table
 */
record ArchiveLook(List<ArchivePart> parts, Place next, Optional<Instant> until, long held) {

    private static final String READABLE_FROM = "SELECT readable_from FROM retention_limits";

    private static final String ROWS =
            """
            SELECT i.occurred_at, i.id, i.user_id, row_to_json(i)::text AS json,
                :holds AND is_held(i.user_id, i.occurred_at) AS held
            FROM interactions i
            WHERE i.occurred_at < :until AND (i.occurred_at, i.id) > (:after, :after_id)
            ORDER BY i.occurred_at, i.id LIMIT :rows
            """;

    private record Seen(ArchivedRow row, boolean held) {}

    ArchiveLook {
        parts = List.copyOf(parts);
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
        List<Seen> seen =
                handle.createQuery(ROWS)
                        .bind("until", until.atOffset(ZoneOffset.UTC))
                        .bind("after", after.at())
                        .bind("after_id", after.id())
                        .bind("rows", most + 1)
                        .bind("holds", holds)
                        .setFetchSize(most + 1)
                        .map((row, _) ->
                                new Seen(
                                        new ArchivedRow(
                                                row.getObject("id", UUID.class),
                                                row.getObject("occurred_at", OffsetDateTime.class)
                                                        .toInstant(),
                                                row.getObject("user_id", UUID.class),
                                                row.getString("json")),
                                        row.getBoolean("held")))
                        .list();
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        List<Seen> taken = seen.subList(0, Math.min(most, seen.size()));
        ArchivedRow last = taken.getLast().row();
        Instant end = seen.size() > most ? seen.getLast().row().at() : endOf(day(last));
        List<ArchivedRow> free =
                taken.stream().filter(each -> !each.held()).map(Seen::row).toList();
        return Optional.of(
                new ArchiveLook(
                        parts(free),
                        new Place(last.at().atOffset(ZoneOffset.UTC), last.id()),
                        Optional.of(end).filter(each -> !holds && last.at().isBefore(each)),
                        taken.size() - free.size()));
    }

    /** All rows that are to move, in their order. */
    List<ArchivedRow> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    private static List<ArchivePart> parts(List<ArchivedRow> rows) {
        Map<LocalDate, List<ArchivedRow>> days =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ArchiveLook::day, TreeMap::new, Collectors.toList()));
        List<ArchivePart> parts = new ArrayList<>();
        days.forEach((day, of) -> parts.add(new ArchivePart(Ids.next(), day, of)));
        return parts;
    }

    private static LocalDate day(ArchivedRow row) {
        return LocalDate.ofInstant(row.at(), ZoneOffset.UTC);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
