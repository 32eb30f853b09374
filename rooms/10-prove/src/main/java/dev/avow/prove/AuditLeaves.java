package dev.avow.prove;

import dev.avow.merkle.Frontier;
import dev.avow.merkle.Hash;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.Place;
import dev.avow.sealing.TenantKeys;
import dev.avow.words.Cursor;
import dev.avow.words.TenantId;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Adds entries to a tenant's tree, in the transaction that writes them. Safe for any thread.
 *
 * <p>The tree is held until that transaction ends; so an entry is the last thing that a change
 * writes.
 */
final class AuditLeaves {

    private static final String INSERT =
            """
            INSERT INTO audit_leaves (tenant_id, position, entry_id, occurred_at, commitments, leaf_hash, nonce_sealed)
            VALUES (:tenant, :position, :entry, :at, :commitments, :hash, :nonce)
            """;

    /** Entries from before there were trees, a page of them. */
    private static final String EARLIER =
            """
            SELECT * FROM audit_logs WHERE (occurred_at, id) > (:at, :id)
            ORDER BY occurred_at, id LIMIT :rows
            """;

    private static final String ARE_EARLIER =
            """
            SELECT EXISTS (SELECT FROM audit_logs) AND NOT EXISTS (SELECT FROM audit_leaves)
            """;

    private static final int PAGE = 1_000;

    private static final String NO_COMMITMENT = Base64.getEncoder().encodeToString(new byte[32]);

    private AuditLeaves() {}

    /** Writes entries of one tenant in their order, and what they make of its tree. */
    static void add(Handle handle, Keyring keyring, TenantId tenant, List<NewEntry> entries) {
        TenantKeys keys = keyring.of(tenant);
        Frontier tree = AuditTree.hold(handle, tenant, keys);
        if (tree.size() == 0) {
            tree = adopt(handle, tenant, keyring);
        }
        EntryRows.write(handle, tenant, keys, tree, entries);
    }

    /** Whether there are entries from before there were trees, and no tree yet. */
    static boolean hasEarlier(Handle handle) {
        return handle.createQuery(ARE_EARLIER).mapTo(Boolean.class).one();
    }

    /** Makes a tree of the entries from before there were trees, where there is none yet. */
    static void adopt(Handle handle, Keyring keyring, TenantId tenant) {
        TenantKeys keys = keyring.of(tenant);
        if (AuditTree.hold(handle, tenant, keys).size() == 0) {
            AuditTree.keep(handle, tenant, keys, adopt(handle, tenant, keyring));
        }
    }

    /** What was logged before there were trees, in its order; memory is that of one page. */
    private static Frontier adopt(Handle handle, TenantId tenant, Keyring keyring) {
        Frontier tree = Frontier.EMPTY;
        Cursor last = new Cursor(Instant.EPOCH.minus(Duration.ofDays(365_000)), new UUID(0, 0));
        List<Leaf> page;
        do {
            page =
                    handle.createQuery(EARLIER)
                            .bind("at", last.at())
                            .bind("id", last.id())
                            .bind("rows", PAGE)
                            .map((row, _) -> Leaf.of(row, tenant, keyring))
                            .list();
            PreparedBatch batch = handle.prepareBatch(INSERT);
            for (Leaf each : page) {
                last = new Cursor(each.entry.timestamp(), each.entry.id());
                tree = plus(batch, each, tree);
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        } while (page.size() == PAGE);
        return tree;
    }

    /** What a leaf is made of. */
    private static final class Leaf {
        private final AuditRecord entry;
        private final List<@Nullable String> commitments;
        private final byte @Nullable [] nonce;
        private final Hash hash;

        /**
         * @param nonce sealed; null where a value did not open, and the commitments are to the
         *     values as they are sealed
         */
        Leaf(
                AuditRecord entry,
                List<@Nullable String> commitments,
                byte @Nullable [] nonce,
                Hash hash) {
            this.entry = entry;
            this.commitments = commitments;
            this.nonce = nonce;
            this.hash = hash;
        }

        static Leaf of(ResultSet row, TenantId tenant, Keyring keyring) throws SQLException {
            AuditRecord entry = AuditLogReader.open(row, tenant);
            EntryKeys keys = EntryKeys.toRead(keyring, entry);
            SealedColumns columns = SealedColumns.of(row, tenant, keys);
            if (!columns.isWhole() || columns.isErased()) {
                return of(entry, columns.commitments(), null);
            }
            byte[] nonce = NewEntry.newNonce();
            return of(
                    entry,
                    columns.values().commitments(nonce),
                    NewEntry.sealedNonce(keys, entry, nonce));
        }

        private static Leaf of(
                AuditRecord entry, List<@Nullable String> commitments, byte @Nullable [] nonce) {
            return new Leaf(entry, commitments, nonce, leaf(entry, commitments).hash());
        }
    }

    private static Frontier plus(PreparedBatch batch, Leaf leaf, Frontier tree) {
        AuditRecord entry = leaf.entry;
        batch.bind("tenant", entry.tenant().value())
                .bind("position", tree.size())
                .bind("entry", entry.id())
                .bind("at", entry.timestamp())
                .bind("commitments", bytes(leaf.commitments))
                .bind("hash", leaf.hash.bytes())
                .bindByType("nonce", leaf.nonce, byte[].class)
                .add();
        return tree.plus(leaf.hash);
    }

    static Place nonceOf(TenantId tenant, UUID entry) {
        return new Place(tenant, "audit_leaves", "nonce_sealed", entry);
    }

    /** The leaf of an entry, for commitments that were kept. */
    static AuditLeaf leaf(AuditRecord entry, List<@Nullable String> commitments) {
        return AuditLeaf.of(
                entry.tenant().value(),
                entry.id(),
                entry.timestamp(),
                entry.actorId(),
                entry.action(),
                entry.resourceType(),
                entry.resourceId(),
                entry.status(),
                commitments);
    }

    static byte[] commitmentBytes(NewEntry entry) {
        return bytes(entry.commitments());
    }

    private static byte[] bytes(List<@Nullable String> commitments) {
        ByteBuffer all = ByteBuffer.allocate(Hash.BYTES * AuditLeaf.SEALED.size());
        for (String each : commitments) {
            all.put(Base64.getDecoder().decode(each == null ? NO_COMMITMENT : each));
        }
        return all.array();
    }

    static List<@Nullable String> commitments(byte[] kept) {
        List<@Nullable String> all = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(kept);
        for (int i = 0; i < AuditLeaf.SEALED.size(); i++) {
            byte[] one = new byte[Hash.BYTES];
            bytes.get(one);
            String text = Base64.getEncoder().encodeToString(one);
            all.add(text.equals(NO_COMMITMENT) ? null : text);
        }
        return all;
    }
}
