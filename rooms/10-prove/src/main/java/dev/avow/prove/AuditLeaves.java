package dev.avow.prove;

import dev.avow.merkle.Frontier;
import dev.avow.merkle.Hash;
import dev.avow.sealing.Place;
import dev.avow.sealing.TenantKeys;
import dev.avow.words.TenantId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
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

    /** Entries from before there were trees. */
    private static final String WITHOUT_LEAF =
            """
            SELECT * FROM audit_logs ORDER BY occurred_at, id
            """;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NO_COMMITMENT = Base64.getEncoder().encodeToString(new byte[32]);

    private AuditLeaves() {}

    /**
     * Adds an entry that was inserted into {@code audit_logs} in this transaction.
     *
     * @param values its sealed values, as they were sealed
     */
    static void add(Handle handle, TenantKeys keys, AuditRecord entry, SealedValues values) {
        Frontier tree = AuditTree.hold(handle, entry.tenant(), keys);
        if (tree.size() == 0) {
            tree = adopt(handle, keys, entry.tenant(), entry.id());
        }
        tree = insert(handle, keys, entry, values, tree);
        AuditTree.keep(handle, entry.tenant(), keys, tree);
    }

    private record Earlier(AuditRecord entry, SealedValues values) {
        @Override
        public String toString() {
            return "Earlier";
        }
    }

    /** What was logged before this version, in its order. */
    private static Frontier adopt(Handle handle, TenantKeys keys, TenantId tenant, UUID but) {
        List<Earlier> all =
                handle.createQuery(WITHOUT_LEAF)
                        .map((row, _) ->
                                new Earlier(
                                        AuditLogReader.read(row, tenant, keys),
                                        SealedValues.open(row, tenant, keys)))
                        .list();
        Frontier tree = Frontier.EMPTY;
        for (Earlier each : all) {
            if (!each.entry().id().equals(but)) {
                tree = insert(handle, keys, each.entry(), each.values(), tree);
            }
        }
        return tree;
    }

    private static Frontier insert(
            Handle handle, TenantKeys keys, AuditRecord entry, SealedValues values, Frontier tree) {
        byte[] nonce = new byte[AuditLeaf.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        List<@Nullable String> commitments = values.commitments(nonce);
        Hash hash = leaf(entry, commitments).hash();
        handle.createUpdate(INSERT)
                .bind("tenant", entry.tenant().value())
                .bind("position", tree.size())
                .bind("entry", entry.id())
                .bind("at", entry.timestamp())
                .bind("commitments", bytes(commitments))
                .bind("hash", hash.bytes())
                .bind(
                        "nonce",
                        keys.seal(
                                Base64.getEncoder().encodeToString(nonce),
                                nonceOf(entry.tenant(), entry.id())))
                .execute();
        return tree.plus(hash);
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
