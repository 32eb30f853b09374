package dev.avow.accounts;

import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The blind indexes by which accounts are found, made anew when the master key that they derive
 * from has a new version. In batches of a transaction each; done again it finds nothing more to do.
 * Safe for any thread; blocks.
 */
public final class EmailIndexes {

    private final TenantWork work;
    private final EmailIndexRows rows;
    private final int batch;

    /**
     * @param batch accounts of one transaction, at most
     */
    public EmailIndexes(Tenancy tenancy, MasterKey master, Keyring keyring, int batch) {
        this.work = new TenantWork(tenancy, keyring);
        this.rows = new EmailIndexRows(new UserRows(master, keyring.subjects()));
        this.batch = batch;
    }

    /**
     * What came of some of them.
     *
     * @param last the account looked at last
     * @param moved indexes that were made anew, or after a look, those that are to be
     * @param impossible accounts whose address does not open, or is another account's too
     */
    public record Batch(UUID last, long moved, List<UUID> impossible) {

        public Batch {
            impossible = List.copyOf(impossible);
        }

        static Batch asItIs(UUID account) {
            return new Batch(account, 0, List.of());
        }

        static Batch moved(UUID account) {
            return new Batch(account, 1, List.of());
        }

        static Batch impossible(UUID account) {
            return new Batch(account, 0, List.of(account));
        }

        Batch then(Batch next) {
            return new Batch(
                    next.last,
                    moved + next.moved,
                    Stream.concat(impossible.stream(), next.impossible.stream()).toList());
        }
    }

    /** Looks at all of a tenant's and changes nothing. */
    public Batch look(TenantId tenant) {
        return each(tenant, () -> true, false).orElseThrow();
    }

    /**
     * Looks at all of a tenant's, and indexes anew what an older version of the master key indexed.
     *
     * @param goOn asked between two batches; false ends it there
     * @return empty where it was ended
     */
    public Optional<Batch> indexAnew(TenantId tenant, BooleanSupplier goOn) {
        return each(tenant, goOn, true);
    }

    private Optional<Batch> each(TenantId tenant, BooleanSupplier goOn, boolean change) {
        Batch all = Batch.asItIs(new UUID(0, 0));
        while (goOn.getAsBoolean()) {
            UUID after = all.last();
            Optional<Batch> some =
                    work.within(
                            tenant,
                            (handle, keys) ->
                                    rows.some(handle, keys, tenant, after, batch, change));
            if (some.isEmpty()) {
                return Optional.of(all);
            }
            all = all.then(some.get());
        }
        return Optional.empty();
    }
}
