package dev.avow.accounts;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * The blind indexes by which accounts are found, made anew when the master key that they derive
 * from has a new version. In batches of a transaction each; done again it finds nothing more to do.
 * Safe for any thread; blocks.
 */
public final class EmailIndexes {

    private final TenantWork work;
    private final UserRows rows;
    private final int batch;

    /**
     * @param batch accounts of one transaction, at most
     */
    public EmailIndexes(Tenancy tenancy, MasterKey master, Keyring keyring, int batch) {
        this.work = new TenantWork(tenancy, keyring);
        this.rows = new UserRows(master, keyring.subjects());
        this.batch = batch;
    }

    /**
     * What came of some of them.
     *
     * @param last the account looked at last
     * @param moved indexes that were made anew
     * @param unreadable addresses that do not open, or that another account took meanwhile
     */
    public record Batch(UUID last, long moved, long unreadable) {
        Batch then(Batch next) {
            return new Batch(next.last, moved + next.moved, unreadable + next.unreadable);
        }
    }

    /**
     * Looks at all of a tenant's.
     *
     * @param goOn asked between two batches; false ends it there
     * @return empty where it was ended
     */
    public Optional<Batch> indexAnew(TenantId tenant, BooleanSupplier goOn) {
        Batch all = new Batch(new UUID(0, 0), 0, 0);
        while (goOn.getAsBoolean()) {
            UUID after = all.last();
            Optional<Batch> some =
                    work.within(
                            tenant,
                            (handle, keys) -> rows.indexAnew(handle, keys, tenant, after, batch));
            if (some.isEmpty()) {
                return Optional.of(all);
            }
            all = all.then(some.get());
        }
        return Optional.empty();
    }
}
