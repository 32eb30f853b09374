package dev.avow.prove;

import dev.avow.merkle.CompactRange;
import dev.avow.merkle.Hash;
import dev.avow.merkle.VerifierKey;
import dev.avow.words.TenantId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The stubs of a tenant's closed spans, in {@code audit_stubs}. Stateless. */
final class AuditStubs {

    private static final String INSERT =
            """
            INSERT INTO audit_stubs (tenant_id, first_position, next_position, note, leaf_hashes)
            VALUES (:tenant, :first, :next, :note, :hashes)
            """;

    private static final String HASHES =
            "SELECT leaf_hashes FROM audit_stubs WHERE first_position = :first";

    private static final String COVERING =
            """
            SELECT first_position, next_position, note FROM audit_stubs
            WHERE first_position <= :position AND next_position > :position
            ORDER BY first_position DESC LIMIT 1
            """;

    private static final String CLOSE = "SELECT close_audit_span(:first)";

    private AuditStubs() {}

    /**
     * A stub as it stands in the database, not yet checked.
     *
     * @param first the first entry's index, as the row has it
     * @param next the index behind the last
     * @param note the stub's, signed
     */
    record Kept(long first, long next, String note) {}

    /**
     * Keeps a stub, and deletes the entries that it covers: all of them, or it fails.
     *
     * @param leaves the hashes of these entries
     */
    static void close(
            Handle handle, TenantId tenant, AuditStub stub, String note, List<Hash> leaves) {
        ByteBuffer hashes = ByteBuffer.allocate(leaves.size() * Hash.BYTES);
        leaves.forEach(each -> hashes.put(each.bytes()));
        handle.createUpdate(INSERT)
                .bind("hashes", hashes.array())
                .bind("tenant", tenant.value())
                .bind("first", stub.range().first())
                .bind("next", stub.range().next())
                .bind("note", note)
                .execute();
        long _ =
                handle.createQuery(CLOSE)
                        .bind("first", stub.range().first())
                        .mapTo(Long.class)
                        .one();
    }

    /** The row of the span that an entry was in; empty where it is in none. */
    static Optional<Kept> covering(Handle handle, long position) {
        return handle.createQuery(COVERING)
                .bind("position", position)
                .map((row, _) ->
                        new Kept(
                                row.getLong("first_position"),
                                row.getLong("next_position"),
                                row.getString("note")))
                .findOne();
    }

    /**
     * The stub of the span that an entry was in; empty where it is in none.
     *
     * @throws BrokenLog where the stub is not as it was signed
     */
    static Optional<AuditStub> covering(Handle handle, VerifierKey key, long position) {
        return covering(handle, position).map(kept -> checked(kept, key));
    }

    /**
     * The hashes of the leaves that a stub stands for; empty where it was closed by a version that
     * did not keep them.
     *
     * @throws BrokenLog where they are not those that the stub was signed for
     */
    static Optional<List<Hash>> leaves(Handle handle, AuditStub stub) {
        Optional<List<Hash>> leaves =
                handle.createQuery(HASHES)
                        .bind("first", stub.range().first())
                        .map((row, _) -> row.getBytes("leaf_hashes"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(AuditStubs::hashes);
        if (leaves.isPresent()
                && !CompactRange.of(stub.range().first(), leaves.get()).equals(stub.range())) {
            throw new BrokenLog(
                    "the hashes of the closed entries from "
                            + stub.range().first()
                            + " on were altered in the database; see docs/audit.md");
        }
        return leaves;
    }

    private static List<Hash> hashes(byte[] kept) {
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < kept.length; at += Hash.BYTES) {
            hashes.add(Hash.of(Arrays.copyOfRange(kept, at, at + Hash.BYTES)));
        }
        return hashes;
    }

    private static AuditStub checked(Kept kept, VerifierKey key) {
        return AuditStub.verified(kept.note(), key)
                .filter(each ->
                        each.range().first() == kept.first() && each.range().next() == kept.next())
                .orElseThrow(() ->
                        new BrokenLog(
                                "the stub of the closed entries from "
                                        + kept.first()
                                        + " on was altered in the database; see docs/audit.md"));
    }
}
