package dev.avow.retain;

import dev.avow.sealing.Keyring;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The archive of interactions (promise R2): what moves there, what expires there, and what is read
 * back for an inquiry. Blocks.
 */
public final class Archives {

    private final Tenancy tenancy;
    private final ArchiveFiles files;
    private final Archiver archiver;
    private final ArchiveExpiry expiry;
    private final ArchiveSealing sealing;
    private final Schedule schedule;
    private final InstantSource clock;

    /** An archive that is written as fast as can be. */
    public Archives(
            Tenancy tenancy,
            Keyring keyring,
            ObjectStore store,
            Schedule schedule,
            InstantSource clock,
            int mostRows) {
        this(tenancy, keyring, store, schedule, clock, mostRows, RowRate.of(0));
    }

    /**
     * @param mostRows rows of one file, and of one transaction, at most
     * @param pace at which rows move
     */
    public Archives(
            Tenancy tenancy,
            Keyring keyring,
            ObjectStore store,
            Schedule schedule,
            InstantSource clock,
            int mostRows,
            RowRate pace) {
        this.tenancy = tenancy;
        this.files = new ArchiveFiles(store, keyring);
        this.archiver = new Archiver(tenancy, files, schedule, clock, mostRows, pace);
        this.expiry = new ArchiveExpiry(tenancy, files, archiver);
        this.schedule = schedule;
        this.clock = clock;
        this.sealing = new ArchiveSealing(tenancy, files, archiver, clock);
    }

    /** What an inquiry found. */
    public record Found(long interactions, long erased) {}

    /**
     * Writes anew every archive that an older version of the tenant's key sealed.
     *
     * @param goOn asked between two archives; false ends the run there
     * @return how many were written anew; empty where it was ended
     * @throws dev.avow.words.FaultException where one is missing or was changed, or cannot be
     *     written
     */
    public Optional<Integer> sealAnew(TenantId tenant, BooleanSupplier goOn) {
        return sealing.run(tenant, goOn);
    }

    /** Whether the tenant has any archive. */
    public static boolean hasAny(Tenancy tenancy, TenantId tenant) {
        return !tenancy.within(tenant, ArchiveRows::committed).isEmpty();
    }

    /** What an earlier run left half done, and what is due. */
    List<Archive> look(Handle handle) {
        Instant oldest = schedule.oldest(Kept.INTERACTIONS, clock.instant()).orElse(Instant.EPOCH);
        return ArchiveRows.unfinishedOrDue(handle, oldest);
    }

    /**
     * Finishes what an earlier run left, and lets go of what is due.
     *
     * @param looked at just now
     * @return what is to move
     */
    Archiver.Walk run(TenantId tenant, List<Archive> looked, BooleanSupplier goOn) {
        archiver.finish(
                tenant, looked.stream().filter(Predicate.not(Archive::isCommitted)).toList());
        expiry.run(tenant, looked.stream().filter(Archive::isCommitted).toList(), goOn);
        return archiver.walk(tenant);
    }

    /** All that hold something of a span, oldest first. */
    public List<Archive> between(TenantId tenant, Instant from, Instant to) {
        return tenancy.within(tenant, handle -> ArchiveRows.between(handle, from, to));
    }

    /**
     * Reads a span back, file by file; memory is that of one file. What is past its time is not
     * read, unless a hold keeps it.
     *
     * @param user whose interactions alone; null for everybody's
     * @param lines takes one JSON object a line, as the API shows interactions
     * @return how many there were, and how many cannot be read any more since their person was
     *     erased (of whole frames, so also some just outside of the span)
     * @throws dev.avow.words.FaultException where an archive is missing or was changed
     */
    public Found read(
            TenantId tenant,
            Instant from,
            Instant to,
            @Nullable UUID user,
            Consumer<byte[]> lines) {
        Instant oldest = schedule.oldest(Kept.INTERACTIONS, clock.instant()).orElse(Instant.MIN);
        return new ArchiveInquiry(tenancy, files, tenant, from, to, oldest)
                .read(between(tenant, from, to), user, lines);
    }
}
