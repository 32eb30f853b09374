package dev.avow.prove;

import dev.avow.merkle.Frontier;
import dev.avow.merkle.Hash;
import dev.avow.merkle.Proofs;
import dev.avow.merkle.RangeRoots.Range;
import dev.avow.merkle.Tile;
import dev.avow.merkle.VerifierKey;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.TenantKeys;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A tenant's log as C2SP's {@code tlog-tiles} has it: pieces of its tree, and bundles of its
 * entries' leaves ({@link AuditLeaf}), which hold no sealed value. A tile never changes, whatever
 * is closed or erased. Safe for any thread; blocks.
 *
 * <p>A tile of level 0 reads its leaves; one of level <i>n</i> is made of 256 full tiles below,
 * which are remembered, so that each leaf is read once for all levels.
 *
 * @see Tile
 */
public final class AuditTiles {

    private static final String BUNDLE =
            """
            SELECT l.position, l.commitments, a.*
            FROM audit_leaves l
            LEFT JOIN audit_logs a
                ON a.tenant_id = l.tenant_id AND a.occurred_at = l.occurred_at AND a.id = l.entry_id
            WHERE l.position >= :from AND l.position < :to ORDER BY l.position
            """;

    private final Tenancy tenancy;
    private final Keyring keyring;
    private final Checkpoints checkpoints;
    private final TileRoots roots = new TileRoots();

    public AuditTiles(Tenancy tenancy, Keyring keyring, Checkpoints checkpoints) {
        this.tenancy = tenancy;
        this.keyring = keyring;
        this.checkpoints = checkpoints;
    }

    /**
     * A tile's or a bundle's bytes.
     *
     * @return empty where the log is not that long, or entries of a bundle were closed, or hashes
     *     of a tile by a version that did not keep them
     * @throws BrokenLog where the log does not prove here
     */
    public Optional<byte[]> read(TenantId tenant, Tile tile) {
        TenantKeys keys = keyring.of(tenant); // before the transaction: it may take a connection
        VerifierKey key = checkpoints.key(tenant);
        return tenancy.within(
                tenant,
                handle -> {
                    if (AuditTree.read(handle, tenant, keys).size() < tile.next()) {
                        return Optional.<byte[]>empty();
                    }
                    return tile.isBundle()
                            ? bundle(handle, tenant, key, tile)
                            : hashes(handle, tenant, key, tile).map(AuditTiles::bytes);
                });
    }

    private static byte[] bytes(List<Hash> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        hashes.forEach(each -> bytes.writeBytes(each.bytes()));
        return bytes.toByteArray();
    }

    private Optional<List<Hash>> hashes(
            Handle handle, TenantId tenant, VerifierKey key, Tile tile) {
        if (tile.level() == 0) {
            return leaves(handle, key, tile.first(), tile.next());
        }
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < tile.width(); at++) {
            Optional<Hash> root = root(handle, tenant, key, tile.below(at));
            if (root.isEmpty()) {
                return Optional.empty();
            }
            hashes.add(root.get());
        }
        return Optional.of(hashes);
    }

    private Optional<Hash> root(Handle handle, TenantId tenant, VerifierKey key, Tile full) {
        Optional<Hash> known = roots.find(tenant, full);
        if (known.isPresent()) {
            return known;
        }
        Optional<Hash> root = hashes(handle, tenant, key, full).map(Proofs::root);
        root.ifPresent(hash -> roots.keep(tenant, full, hash));
        return root;
    }

    /**
     * That the log continues what it was at an earlier size (RFC 6962, section 2.1.2), made of
     * tiles, so that it reads little more than what came since it was asked last.
     *
     * @param from the earlier size; 0 needs no proof
     * @return empty where it lies in the middle of entries whose hashes were not kept
     */
    Optional<List<Hash>> consistency(TenantId tenant, VerifierKey key, long from, long to) {
        return tenancy.within(
                tenant,
                handle -> {
                    List<Hash> proof = new ArrayList<>();
                    for (Range range :
                            from == 0 ? List.<Range>of() : Proofs.consistencyRanges(from, to)) {
                        Optional<Hash> root = root(handle, tenant, key, range);
                        if (root.isEmpty()) {
                            return Optional.<List<Hash>>empty();
                        }
                        proof.add(root.get());
                    }
                    return Optional.of(proof);
                });
    }

    /** Of full tiles where it has them, and of single leaves at its right end. */
    private Optional<Hash> root(Handle handle, TenantId tenant, VerifierKey key, Range range) {
        Frontier tree = Frontier.EMPTY;
        long at = range.from();
        while (at < range.to()) {
            Optional<Tile> full = Tile.largestFull(at, range.to());
            long next =
                    full.map(Tile::next)
                            .orElse(Math.min(range.to(), (at / Tile.WIDTH + 1) * Tile.WIDTH));
            Optional<List<Hash>> parts =
                    full.isPresent()
                            ? root(handle, tenant, key, full.get()).map(List::of)
                            : leaves(handle, key, at, next);
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            int level = Long.numberOfTrailingZeros((next - at) / parts.get().size());
            for (Hash each : parts.get()) {
                tree = tree.plus(each, level);
            }
            at = next;
        }
        return Optional.of(tree.root());
    }

    private static Optional<List<Hash>> leaves(Handle handle, VerifierKey key, long from, long to) {
        Gathered gathered = new Gathered(handle, from);
        AuditGrowth.walk(handle, key, to, gathered);
        if (gathered.forgotten) {
            return Optional.empty();
        }
        if (gathered.at() < to) {
            throw new BrokenLog("entry " + gathered.at() + " is missing from the audit log's tree");
        }
        return Optional.of(gathered.hashes.subList(0, (int) (to - from)));
    }

    /** Hashes of leaves, of those that were closed too. */
    private static final class Gathered implements AuditGrowth.Sink {
        private final Handle handle;
        private final long first;
        private final List<Hash> hashes = new ArrayList<>();
        private boolean forgotten;

        Gathered(Handle handle, long first) {
            this.handle = handle;
            this.first = first;
        }

        @Override
        public long at() {
            return first + hashes.size();
        }

        @Override
        public void leaf(Hash hash) {
            hashes.add(hash);
        }

        @Override
        public boolean closed(AuditStub stub) {
            Optional<List<Hash>> leaves = AuditStubs.leaves(handle, stub);
            forgotten = leaves.isEmpty();
            leaves.ifPresent(all ->
                    hashes.addAll(all.subList((int) (at() - stub.range().first()), all.size())));
            return !forgotten;
        }
    }

    private Optional<byte[]> bundle(Handle handle, TenantId tenant, VerifierKey key, Tile bundle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<AuditLeaf> leaves =
                handle.createQuery(BUNDLE)
                        .bind("from", bundle.first())
                        .bind("to", bundle.next())
                        .map((row, _) -> {
                            if (row.getObject("id") == null) {
                                throw new BrokenLog(
                                        "entry " + row.getLong("position") + " was deleted");
                            }
                            return AuditLeaves.leaf(
                                    AuditLogReader.open(row, tenant),
                                    AuditLeaves.commitments(row.getBytes("commitments")));
                        })
                        .list();
        for (AuditLeaf each : leaves) {
            byte[] entry = each.bytes();
            if (entry.length >= 1 << Short.SIZE) {
                return Optional.empty(); // none is: its open values are ids and words of ours
            }
            bytes.write(entry.length >> Byte.SIZE);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        if (leaves.size() == bundle.width()) {
            return Optional.of(bytes.toByteArray());
        }
        // A closed entry is missing for good; anything else breaks off here.
        var _ = leaves(handle, key, bundle.first(), bundle.next());
        return Optional.empty();
    }
}
