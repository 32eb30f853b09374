package dev.avow.retain;

import dev.avow.retain.RunCounts.Counter;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Moves interactions from the table to the archive (promise R2), a day that is over at a time, in
 * parts of a batch. Held rows stay in the table, where a hold is asked row by row.
 *
 * <p>A part's course: its row is written as {@code writing}; its objects are written, the manifest
 * last; then one transaction deletes the interactions and makes it {@code committed}. A process
 * that dies before that leaves a part in {@code writing}, which the next run deletes before it
 * begins anew: interactions are never in neither place, and in both only for that while. Where the
 * rows are not all there any more or some are held by then, the part is given up.
 */
public final class Archiver {

    private static final int MOST_TRIES = 3;
    private static final OffsetDateTime EVER = OffsetDateTime.parse("0001-01-01T00:00:00Z");
    private static final UUID FIRST_ID = new UUID(0, 0);

    private static final String NEXT_DAY =
            """
            SELECT occurred_at FROM interactions
            WHERE occurred_at < :until AND (occurred_at, id) > (:after, :after_id)
            ORDER BY occurred_at, id LIMIT 1
            """;

    private static final String ROWS =
            """
            SELECT i.occurred_at, i.id, i.user_id, row_to_json(i)::text AS json,
                :holds AND is_held(i.user_id, i.occurred_at) AS held
            FROM interactions i
            WHERE i.occurred_at < :until AND (i.occurred_at, i.id) > (:after, :after_id)
            ORDER BY i.occurred_at, i.id LIMIT :rows
            """;

    private static final String DELETE =
            """
            DELETE FROM interactions
            WHERE occurred_at >= :first AND occurred_at <= :last AND id = ANY (:ids)
                AND NOT (:holds AND is_held(user_id, occurred_at))
            """;

    /** What one look at the table brought: rows to move, and where to look next. */
    private record Look(
            UUID part, LocalDate day, List<ArchivedRow> rows, OffsetDateTime lastAt, UUID lastId) {}

    private record Seen(ArchivedRow row, boolean held) {}

    private final Tenancy tenancy;
    private final ArchiveFiles files;
    private final Schedule schedule;
    private final InstantSource clock;
    private final int mostRows;

    Archiver(
            Tenancy tenancy,
            ArchiveFiles files,
            Schedule schedule,
            InstantSource clock,
            int mostRows) {
        this.tenancy = tenancy;
        this.files = files;
        this.schedule = schedule;
        this.clock = clock;
        this.mostRows = mostRows;
    }

    /** Moves all that is due of one tenant. */
    void run(TenantId tenant, BooleanSupplier goOn) {
        if (schedule.archiveAfter().isEmpty()) {
            return;
        }
        Instant until =
                clock.instant().minus(schedule.archiveAfter().get()).truncatedTo(ChronoUnit.DAYS);
        OffsetDateTime after = EVER;
        UUID afterId = FIRST_ID;
        int tries = 0;
        do {
            OffsetDateTime from = after;
            UUID fromId = afterId;
            Optional<Look> found =
                    tenancy.within(tenant, handle -> look(handle, tenant, from, fromId, until));
            if (found.isEmpty()) {
                return;
            }
            Look look = found.get();
            if (look.rows().isEmpty() || move(tenant, look)) {
                after = look.lastAt();
                afterId = look.lastId();
                tries = 0;
            } else if (++tries == MOST_TRIES) {
                return;
            }
        } while (goOn.getAsBoolean());
    }

    /** Whether the part was committed. */
    private boolean move(TenantId tenant, Look look) {
        ArchiveManifest manifest = files.write(tenant, look.part(), look.day(), look.rows());
        try {
            return tenancy.within(
                    tenant,
                    handle -> {
                        if (!commit(handle, tenant, look.rows(), manifest)) {
                            throw new NotWhole(); // which undoes the deletion
                        }
                        return true;
                    });
        } catch (NotWhole meanwhile) {
            giveUp(tenant, look.part(), look.day());
            return false;
        }
    }

    /** Some rows of a part were deleted or are held by now. */
    private static final class NotWhole extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static boolean commit(
            Handle handle, TenantId tenant, List<ArchivedRow> rows, ArchiveManifest manifest) {
        HoldLock.shared(handle, tenant);
        int deleted =
                handle.createUpdate(DELETE)
                        .bind("first", rows.getFirst().at().atOffset(ZoneOffset.UTC))
                        .bind("last", rows.getLast().at().atOffset(ZoneOffset.UTC))
                        .bindArray("ids", UUID.class, rows.stream().map(ArchivedRow::id).toList())
                        .bind("holds", LegalHoldRows.any(handle))
                        .execute();
        RunCounts.add(handle, Counter.ARCHIVED, manifest.rows());
        return deleted == rows.size() && ArchiveRows.commit(handle, manifest);
    }

    /** What an earlier run left half done: its files go first, then what tells of them. */
    void finish(TenantId tenant) {
        for (Archive left : tenancy.within(tenant, ArchiveRows::unfinished)) {
            giveUp(tenant, left.id(), left.day());
        }
    }

    /**
     * Deletes a part that is not valid, or not any more. That is claimed first, so that no other
     * node can make it valid meanwhile.
     */
    void giveUp(TenantId tenant, UUID part, LocalDate day) {
        if (tenancy.within(tenant, handle -> ArchiveRows.isValid(handle, part))) {
            return;
        }
        files.delete(tenant, part, day);
        UUID _ =
                tenancy.within(
                        tenant,
                        handle -> {
                            ArchiveRows.forget(handle, part);
                            return part;
                        });
    }

    private Optional<Look> look(
            Handle handle, TenantId tenant, OffsetDateTime after, UUID afterId, Instant until) {
        Optional<OffsetDateTime> first =
                handle.createQuery(NEXT_DAY)
                        .bind("until", until.atOffset(ZoneOffset.UTC))
                        .bind("after", after)
                        .bind("after_id", afterId)
                        .mapTo(OffsetDateTime.class)
                        .findOne();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(first.get().toInstant(), ZoneOffset.UTC);
        List<Seen> seen =
                handle.createQuery(ROWS)
                        .bind("until", day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                        .bind("after", after)
                        .bind("after_id", afterId)
                        .bind("rows", mostRows)
                        .bind("holds", LegalHoldRows.any(handle))
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
        UUID part = Ids.next();
        List<ArchivedRow> free = seen.stream().filter(each -> !each.held()).map(Seen::row).toList();
        RunCounts.add(handle, Counter.HELD, seen.size() - free.size());
        if (!free.isEmpty()) {
            ArchiveRows.begin(handle, tenant, part, day, clock.instant());
        }
        ArchivedRow last = seen.getLast().row();
        return Optional.of(
                new Look(part, day, free, last.at().atOffset(ZoneOffset.UTC), last.id()));
    }
}
