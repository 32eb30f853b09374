package dev.avow.retain;

import dev.avow.retain.RunCounts.Counter;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes archives when the newest of their rows is due (promise R1). Rows of it that a legal hold
 * keeps (R5) are first put back into the table, where they stay until the hold is released: so a
 * hold keeps what it covers, and nothing else of the file.
 *
 * <p>The row of an archive becomes {@code expiring} in the transaction that puts rows back, under
 * the lock against placing holds; from then on it is gone, whether or not its files still are. A
 * process that dies in between leaves that to the next run.
 */
final class ArchiveExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveExpiry.class);

    private static final String PUT_BACK =
            """
            INSERT INTO interactions
            SELECT r.* FROM json_populate_recordset(NULL::interactions, :rows::json) AS r
            WHERE is_held(r.user_id, r.occurred_at)
            ON CONFLICT DO NOTHING
            """;

    private final Tenancy tenancy;
    private final ArchiveFiles files;
    private final Archiver archiver;

    ArchiveExpiry(Tenancy tenancy, ArchiveFiles files, Archiver archiver) {
        this.tenancy = tenancy;
        this.files = files;
        this.archiver = archiver;
    }

    /** Deletes what is due of one tenant; one that cannot be read or deleted stays. */
    void run(TenantId tenant, List<Archive> due, BooleanSupplier goOn) {
        for (Archive archive : due) {
            if (!goOn.getAsBoolean()) {
                return;
            }
            try {
                expire(tenant, archive);
            } catch (FaultException unusable) {
                LOG.warn(
                        "archive {} of tenant {} could not be deleted: {}",
                        archive.id(),
                        tenant,
                        unusable.fault().message());
            }
        }
    }

    private void expire(TenantId tenant, Archive archive) {
        boolean holds = tenancy.within(tenant, LegalHoldRows::any);
        // Read before the transaction: a slow store must not keep the placing of a hold waiting.
        List<String> rows = new ArrayList<>();
        if (holds) {
            int _ = files.read(tenant, archive.id(), archive.day(), _ -> true, rows::addAll);
        }
        boolean gone =
                tenancy.within(tenant, handle -> letGo(handle, tenant, archive, holds, rows));
        if (gone) {
            archiver.giveUp(tenant, archive.id(), archive.day());
        }
    }

    private static boolean letGo(
            Handle handle, TenantId tenant, Archive archive, boolean holds, List<String> rows) {
        HoldLock.shared(handle, tenant);
        if (!holds && LegalHoldRows.any(handle)) {
            return false; // Placed since; the next run reads it.
        }
        if (!ArchiveRows.expiring(handle, archive.id())) {
            return false;
        }
        ArchiveRows.gone(handle, archive.id());
        if (!rows.isEmpty()) {
            int kept =
                    handle.createUpdate(PUT_BACK)
                            .bind("rows", "[" + String.join(",", rows) + "]")
                            .execute();
            RunCounts.add(handle, Counter.HELD, kept);
        }
        RunCounts.add(handle, Counter.ARCHIVES, 1);
        return true;
    }
}
