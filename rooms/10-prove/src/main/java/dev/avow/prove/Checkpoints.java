package dev.avow.prove;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.Frontier;
import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;

/**
 * Signs how far a tenant's log has come, and never two stories: a checkpoint continues the last one
 * that the witness keeps. Safe for any thread; blocks.
 */
public final class Checkpoints {

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final Witness witness;
    private final CosignedNotes notes;
    private final ConcurrentMap<TenantId, Progress> progress = new ConcurrentHashMap<>();

    /** Where no witness outside cosigns. */
    public Checkpoints(Tenancy tenancy, Keyring keyring, Witness witness) {
        this(tenancy, keyring, witness, CosignedNotes.NONE);
    }

    /**
     * @param notes what witnesses outside cosigned
     */
    public Checkpoints(Tenancy tenancy, Keyring keyring, Witness witness, CosignedNotes notes) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.witness = witness;
        this.notes = notes;
    }

    /**
     * A checkpoint and its signature.
     *
     * @param note the signed note
     * @param key checks it
     */
    public record Signed(Checkpoint checkpoint, String note, VerifierKey key) {}

    /** How far a log was found to be the one that was signed; whoever holds the lock may ask. */
    private static final class Progress {
        final ReentrantLock lock = new ReentrantLock();
        Frontier proven = Frontier.EMPTY;
    }

    /**
     * The log as it stands. Reads the leaves that were added since the last time it was asked.
     *
     * @throws BrokenLog where it does not continue what was signed before
     */
    public Signed sign(TenantId tenant) {
        Progress known = progress.computeIfAbsent(tenant, _ -> new Progress());
        known.lock.lock();
        try {
            return sign(tenant, known);
        } finally {
            known.lock.unlock();
        }
    }

    private Signed sign(TenantId tenant, Progress known) {
        TenantKeys keys = keyring.of(tenant);
        // The witness first: a log only grows, so what is read later cannot be shorter.
        Optional<Checkpoint> last = witness.last(origin(tenant));
        Frontier tree = tree(tenant, keys);
        if (last.isPresent()) {
            known.proven = requireContinued(tenant, last.get(), tree, known.proven);
        }
        Checkpoint checkpoint = Checkpoint.of(origin(tenant), tree);
        VerifierKey key = key(tenant);
        String note = SignedNote.sign(checkpoint.text(), key, keys::signature);
        witness.keep(checkpoint, note);
        return new Signed(checkpoint, note, key);
    }

    /**
     * What witnesses outside cosigned of this log: signed notes with their lines, the newest first.
     * It says nothing of what came later.
     *
     * @param signed the log, as far as it is shown; what is longer is left out, and what lies in
     *     the middle of a span that was closed since
     */
    public List<String> cosigned(TenantId tenant, Signed signed) {
        List<CosignedNotes.Kept> all =
                notes.all(signed.key()).stream()
                        .filter(each -> each.checkpoint().size() <= signed.checkpoint().size())
                        .toList();
        return all.isEmpty()
                ? List.of()
                : tenancy.within(
                        tenant,
                        handle ->
                                all.stream()
                                        .filter(each ->
                                                !isDivided(handle, each.checkpoint().size()))
                                        .map(CosignedNotes.Kept::note)
                                        .toList());
    }

    private static boolean isDivided(Handle handle, long size) {
        return AuditStubs.covering(handle, size).map(stub -> stub.first() < size).orElse(false);
    }

    /** Where it is kept what witnesses outside cosigned. */
    CosignedNotes notes() {
        return notes;
    }

    /**
     * Whether the log is at another size than the last checkpoint that the witness keeps. Costs one
     * row and the end of a file.
     *
     * @throws BrokenLog where the tree is not as it was kept
     */
    public boolean isBehind(TenantId tenant) {
        long kept = witness.last(origin(tenant)).map(Checkpoint::size).orElse(0L);
        return tree(tenant, keyring.of(tenant)).size() != kept;
    }

    /**
     * Signs how far the log has come, as {@link #sign} does, and makes its whole tree again of what
     * there is, so that nothing is closed that was exchanged. Reads every leaf.
     *
     * @throws BrokenLog where it is not what was logged
     */
    void requireWhole(TenantId tenant) {
        long signed = sign(tenant).checkpoint().size();
        TenantKeys keys = keyring.of(tenant);
        tenancy.within(
                tenant,
                handle -> {
                    Frontier tree = AuditTree.read(handle, tenant, keys);
                    Frontier made =
                            AuditGrowth.grown(handle, key(tenant), Frontier.EMPTY, tree.size());
                    if (made.size() != tree.size()
                            || tree.size() < signed
                            || !made.root().equals(tree.root())) {
                        throw new BrokenLog(
                                "the audit log was altered: its entries are not those of its tree;"
                                        + " nothing is closed. See docs/audit.md");
                    }
                    return tree;
                });
    }

    private Frontier tree(TenantId tenant, TenantKeys keys) {
        return tenancy.within(tenant, handle -> AuditTree.read(handle, tenant, keys));
    }

    /** What checks the signatures of this tenant's log. */
    public VerifierKey key(TenantId tenant) {
        return new VerifierKey(origin(tenant), keyring.of(tenant).signingPublicKey());
    }

    /** The name of a tenant's log. */
    static String origin(TenantId tenant) {
        return "avow/" + tenant;
    }

    /**
     * The tree as it was when the last checkpoint was signed, made of the leaves as they stand.
     *
     * @param proven of this log, at some earlier time
     */
    private Frontier requireContinued(
            TenantId tenant, Checkpoint last, Frontier tree, Frontier proven) {
        if (last.size() > tree.size()) {
            throw new BrokenLog(
                    "the audit log was cut back: it has "
                            + tree.size()
                            + " entries, and a checkpoint of "
                            + last.size()
                            + " was signed");
        }
        Frontier from = proven.size() <= last.size() ? proven : Frontier.EMPTY;
        Frontier earlier =
                tenancy.within(
                        tenant,
                        handle -> AuditGrowth.grown(handle, key(tenant), from, last.size()));
        if (earlier.size() != last.size() || !earlier.root().equals(last.root())) {
            throw new BrokenLog(
                    "the audit log was altered: its first "
                            + last.size()
                            + " entries are not those that a checkpoint was signed of");
        }
        return earlier;
    }
}
