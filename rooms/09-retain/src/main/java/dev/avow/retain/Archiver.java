package dev.avow.retain;

import dev.avow.retain.RunCounts.Counter;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Moves interactions from the table to the archive (promise R2), in groups of at most a batch of
 * rows; those of a day that is over are a part. Held rows stay in the table, where a hold is asked
 * row by row.
 *
 * <p>A group's course: its parts' rows are written as {@code writing}; their objects are written;
 * then one transaction takes the interactions from the table and makes the parts {@code committed}
 * ({@link ArchiveCommit}). A process that dies before that leaves parts in {@code writing}, which
 * the next run deletes before it begins anew: interactions are never in neither place, and in both
 * only for that while. Where the rows are others by then or some are held, the group is given up,
 * and tried again row by row.
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

    /** Moves all that is due of one tenant. */
    void run(TenantId tenant, BooleanSupplier goOn) {
        if (schedule.archiveAfter().isEmpty()) {
            return;
        }
        Instant until =
                clock.instant().minus(schedule.archiveAfter().get()).truncatedTo(ChronoUnit.DAYS);
        ArchiveLook.Place after = tenancy.within(tenant, ArchiveLook.Place::first);
        int tries = 0;
        do {
            ArchiveLook.Place from = after;
            Optional<ArchiveLook> found =
                    tenancy.within(tenant, handle -> look(handle, tenant, from, until));
            if (found.isEmpty()) {
                return;
            }
            ArchiveLook look = found.get();
            pace.await(look.rows().size());
            if (look.parts().isEmpty() || move(tenant, look, tries == 0)) {
                after = look.next();
                tries = 0;
            } else if (++tries == MOST_TRIES) {
                return;
            }
        } while (goOn.getAsBoolean());
    }

    private Optional<ArchiveLook> look(
            Handle handle, TenantId tenant, ArchiveLook.Place from, Instant until) {
        Optional<ArchiveLook> look = ArchiveLook.at(handle, from, until, mostRows);
        look.ifPresent(each -> {
            RunCounts.add(handle, Counter.HELD, each.held());
            ArchiveRows.begin(handle, tenant, each.parts(), clock.instant());
        });
        return look;
    }

    /** Whether the group was committed. */
    private boolean move(TenantId tenant, ArchiveLook look, boolean mayMoveLimit) {
        List<ArchiveManifest> manifests = files.write(tenant, look.parts());
        Optional<Instant> until = look.until().filter(_ -> mayMoveLimit);
        try {
            return tenancy.within(
                    tenant,
                    handle -> {
                        if (until.isPresent()) {
                            ArchiveCommit.behindTheLimit(
                                    handle, tenant, look.rows(), until.get(), manifests);
                        } else {
                            ArchiveCommit.deleting(handle, tenant, look.rows(), manifests);
                        }
                        return true;
                    });
        } catch (ArchiveCommit.NotWhole meanwhile) {
            for (ArchivePart part : look.parts()) {
                giveUp(tenant, part.id(), part.day());
            }
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
}
