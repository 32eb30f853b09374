package dev.avow.prove;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.Frontier;
import dev.avow.merkle.Hash;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Signs how far a tenant's log has come, and never two stories: a checkpoint continues the last one
 * that the witness keeps. Safe for any thread; blocks.
 */
public final class Checkpoints {

    private static final String HASHES =
            "SELECT leaf_hash FROM audit_leaves WHERE position < :size ORDER BY position";

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final Witness witness;

    public Checkpoints(Tenancy tenancy, Keyring keyring, Witness witness) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.witness = witness;
    }

    /**
     * A checkpoint and its signature.
     *
     * @param note the signed note
     * @param key checks it
     */
    public record Signed(Checkpoint checkpoint, String note, VerifierKey key) {}

    /**
     * The log as it stands.
     *
     * @throws BrokenLog where it does not continue what was signed before
     */
    public Signed sign(TenantId tenant) {
        TenantKeys keys = keyring.of(tenant);
        Frontier tree = tenancy.within(tenant, handle -> AuditTree.read(handle, tenant, keys));
        Checkpoint checkpoint = Checkpoint.of(origin(tenant), tree);
        witness.last(checkpoint.origin()).ifPresent(last -> requireContinued(tenant, last, tree));
        VerifierKey key = key(tenant);
        String note = SignedNote.sign(checkpoint.text(), key, keys::signature);
        witness.keep(checkpoint, note);
        return new Signed(checkpoint, note, key);
    }

    /** What checks the signatures of this tenant's log. */
    public VerifierKey key(TenantId tenant) {
        return new VerifierKey(origin(tenant), keyring.of(tenant).signingPublicKey());
    }

    /** The name of a tenant's log. */
    static String origin(TenantId tenant) {
        return "avow/" + tenant;
    }

    private void requireContinued(TenantId tenant, Checkpoint last, Frontier tree) {
        if (last.size() > tree.size()) {
            throw new BrokenLog(
                    "the audit log was cut back: it has "
                            + tree.size()
                            + " entries, and a checkpoint of "
                            + last.size()
                            + " was signed");
        }
        Frontier earlier = Frontier.EMPTY;
        for (Hash each : hashes(tenant, last.size())) {
            earlier = earlier.plus(each);
        }
        if (earlier.size() != last.size() || !earlier.root().equals(last.root())) {
            throw new BrokenLog(
                    "the audit log was altered: its first "
                            + last.size()
                            + " entries are not those that a checkpoint was signed of");
        }
    }

    /** The hashes of the first leaves, in order; fewer where there are fewer. */
    List<Hash> hashes(TenantId tenant, long size) {
        return tenancy.within(tenant, handle -> hashes(handle, size));
    }

    private static List<Hash> hashes(Handle handle, long size) {
        List<Hash> all = new ArrayList<>();
        handle.createQuery(HASHES)
                .bind("size", size)
                .setFetchSize(10_000)
                .map((row, _) -> Hash.of(row.getBytes("leaf_hash")))
                .forEach(all::add);
        return all;
    }
}
