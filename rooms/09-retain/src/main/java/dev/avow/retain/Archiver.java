package dev.avow.retain;

import dev.avow.retain.RunCounts.Counter;
import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.Tenancy.Durable;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Moves interactions from the table to the archive (promise R2), in groups of at most a batch of
 * rows; those of days that are over. Held rows stay in the table, where a hold is asked row by row.
 *
 * <p>A group's course: its archives' rows, one for each week, are written as {@code writing}; the
 * objects are written; then one transaction takes the interactions from the table and makes the
 * archives {@code committed} ({@link ArchiveCommit}). A process that dies before that leaves
 * archives in {@code writing}, which the next run deletes before it begins anew: interactions are
 * never in neither place, and in both only for that while. So that last transaction need not wait
 * for the disk: where it is lost, it is as if the process had died before it. Where the rows are
 * others by then or some are held, the group is given up, and tried again row by row.
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
     * All of a tenant's that is due now, to be moved a group at a time. For one thread at a time.
     */
    final class Walk {

        private final TenantId tenant;
        private final Optional<Instant> until;
        private Optional<ArchiveLook.Place> after = Optional.empty();
        private int tries;

        private Walk(TenantId tenant) {
            this.tenant = tenant;
            this.until =
                    schedule.archiveAfter()
                            .map(age -> clock.instant().minus(age).truncatedTo(ChronoUnit.DAYS));
        }

        /**
         * Moves the oldest group.
         *
         * @return whether there may be more that can move now
         */
        boolean group(BooleanSupplier goOn) {
            do {
                Optional<ArchiveLook> found = until.flatMap(end -> look(tenant, after, end));
                if (found.isEmpty()) {
                    return false;
                }
                ArchiveLook look = found.get();
                if (move(tenant, look, tries == 0)) {
                    after = Optional.of(look.next());
                    tries = 0;
                    return look.more();
                }
            } while (++tries < MOST_TRIES && goOn.getAsBoolean());
            return false;
        }
    }

    Walk walk(TenantId tenant) {
        return new Walk(tenant);
    }

    private Optional<ArchiveLook> look(
            TenantId tenant, Optional<ArchiveLook.Place> after, Instant until) {
        return tenancy.inTurn(
                tenant,
                Durable.AT_ONCE,
                handle -> {
                    ArchiveLook.Place from = after.orElseGet(() -> ArchiveLook.Place.first(handle));
                    Optional<ArchiveLook> look = ArchiveLook.at(handle, from, until, mostRows);
                    look.ifPresent(each -> {
                        RunCounts.add(handle, Counter.HELD, each.held());
                        ArchiveRows.begin(handle, tenant, each.parts(), clock.instant());
                    });
                    return look;
                });
    }

    /** Whether the group was committed; true where there is nothing to move. */
    private boolean move(TenantId tenant, ArchiveLook look, boolean mayMoveLimit) {
        if (look.parts().isEmpty()) {
            return true;
        }
        List<ArchiveManifest> manifests = files.write(files.seals(tenant), look.parts(), pace);
        Optional<Instant> until = look.until().filter(_ -> mayMoveLimit);
        try {
            return tenancy.inTurn(
                    tenant,
                    Durable.SOON,
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
            look.parts().forEach(part -> giveUp(tenant, part.id(), part.day()));
            return false;
        }
    }

    /** What an earlier run left half done: its files go first, then what tells of them. */
    void finish(TenantId tenant, List<Archive> unfinished) {
        unfinished.forEach(left -> giveUp(tenant, left.id(), left.day()));
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
