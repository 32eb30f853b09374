package dev.avow.retain;

import dev.avow.retain.RunCounts.Counter;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Moves interactions from the table to the archive (promise R2), in groups of at most a batch of
 * rows of one week; those of days that are over. Held rows stay in the table, where a hold is asked
 * row by row.
 *
 * <p>A group's course: its archive's row is written as {@code writing}; its object is written; then
 * one transaction takes the interactions from the table and makes the archive {@code committed}
 * ({@link ArchiveCommit}). A process that dies before that leaves an archive in {@code writing},
 * which the next run deletes before it begins anew: interactions are never in neither place, and in
 * both only for that while. Where the rows are others by then or some are held, the group is given
 * up, and tried again row by row.
 */
public final class Archiver {

    private static final int MOST_TRIES = 3;

    private final Tenancy tenancy;
    private final ArchiveFiles files;
    private final Schedule schedule;
    private final InstantSource clock;
    private final int mostRows;
    private final RowRate pace;

    Archiver(
            Tenancy tenancy,
            ArchiveFiles files,
            Schedule schedule,
            InstantSource clock,
            int mostRows,
            RowRate pace) {
        this.tenancy = tenancy;
        this.files = files;
        this.schedule = schedule;
        this.clock = clock;
        this.mostRows = mostRows;
        this.pace = pace;
    }

    /**
     * All of a tenant's that is due now, to be moved a week at a time. For one thread at a time.
     */
    final class Walk {

        private final TenantId tenant;
        private final Optional<Instant> until;
        private final ArchiveFrames.Seals seals;
        private ArchiveLook.Place after;
        private int tries;

        private Walk(TenantId tenant) {
            this.tenant = tenant;
            this.until =
                    schedule.archiveAfter()
                            .map(age -> clock.instant().minus(age).truncatedTo(ChronoUnit.DAYS));
            this.seals = files.seals(tenant);
            this.after = tenancy.within(tenant, ArchiveLook.Place::first);
        }

        /**
         * Moves what is due of the oldest week that has something.
         *
         * @return whether it moved: false where nothing is left, or it cannot move now
         */
        boolean week(BooleanSupplier goOn) {
            boolean more;
            do {
                Optional<ArchiveLook> found =
                        until.flatMap(end ->
                                tenancy.within(tenant, handle -> look(handle, tenant, after, end)));
                if (found.isEmpty()) {
                    return false;
                }
                ArchiveLook look = found.get();
                pace.await(look.rows().size());
                more = look.more();
                if (move(seals, look, tries == 0)) {
                    after = look.next();
                    tries = 0;
                } else if (++tries == MOST_TRIES) {
                    return false;
                } else {
                    more = true;
                }
            } while (more && goOn.getAsBoolean());
            return true;
        }
    }

    Walk walk(TenantId tenant) {
        return new Walk(tenant);
    }

    private Optional<ArchiveLook> look(
            Handle handle, TenantId tenant, ArchiveLook.Place from, Instant until) {
        Optional<ArchiveLook> look = ArchiveLook.at(handle, from, until, mostRows);
        look.ifPresent(each -> {
            RunCounts.add(handle, Counter.HELD, each.held());
            each.part().ifPresent(part -> ArchiveRows.begin(handle, tenant, part, clock.instant()));
        });
        return look;
    }

    /** Whether the group was committed; true where there is nothing to move. */
    private boolean move(ArchiveFrames.Seals seals, ArchiveLook look, boolean mayMoveLimit) {
        return look.part().map(part -> move(seals, look, part, mayMoveLimit)).orElse(true);
    }

    private boolean move(
            ArchiveFrames.Seals seals, ArchiveLook look, ArchivePart part, boolean mayMoveLimit) {
        TenantId tenant = seals.tenant();
        ArchiveManifest manifest = files.write(seals, part);
        Optional<Instant> until = look.until().filter(_ -> mayMoveLimit);
        try {
            return tenancy.within(
                    tenant,
                    handle -> {
                        if (until.isPresent()) {
                            ArchiveCommit.behindTheLimit(
                                    handle, tenant, part.rows(), until.get(), manifest);
                        } else {
                            ArchiveCommit.deleting(handle, tenant, part.rows(), manifest);
                        }
                        return true;
                    });
        } catch (ArchiveCommit.NotWhole meanwhile) {
            giveUp(tenant, part.id(), part.day());
            return false;
        }
    }

    /** What an earlier run left half done: its files go first, then what tells of them. */
    void finish(TenantId tenant) {
        for (Archive left : tenancy.within(tenant, ArchiveRows::unfinished)) {
            giveUp(tenant, left.id(), left.day());
        }
    }

    /**
     * Deletes an archive that is not valid, or not any more. That is claimed first, so that no
     * other node can make it valid meanwhile.
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
}
