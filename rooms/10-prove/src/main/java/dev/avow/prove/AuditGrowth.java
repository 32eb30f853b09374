package dev.avow.prove;

import dev.avow.merkle.Frontier;
import dev.avow.merkle.Hash;
import dev.avow.merkle.VerifierKey;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** A tree made again of the leaves that there are, and of the stubs of those that are not. */
final class AuditGrowth {

    private static final String HASHES =
            """
            SELECT position, leaf_hash FROM audit_leaves WHERE position >= :from AND position < :to
            ORDER BY position
            """;

    private record Leaf(long position, Hash hash) {}

    private AuditGrowth() {}

    /**
     * A tree with the leaves that follow it; smaller than asked where there are fewer.
     *
     * @param key checks the stubs
     * @throws BrokenLog where a stub was altered, or the size that is asked for lies in a closed
     *     span
     */
    static Frontier grown(Handle handle, VerifierKey key, Frontier from, long to) {
        Frontier tree = from;
        if (tree.size() == to) {
            return tree;
        }
        // The leaves first: what is closed after this was asked is still among them.
        try (ResultIterator<Leaf> leaves =
                handle.createQuery(HASHES)
                        .bind("from", from.size())
                        .bind("to", to)
                        .setFetchSize(10_000)
                        .map((row, _) ->
                                new Leaf(
                                        row.getLong("position"),
                                        Hash.of(row.getBytes("leaf_hash"))))
                        .iterator()) {
            Leaf next = leaves.hasNext() ? leaves.next() : null;
            while (tree.size() < to) {
                if (next != null && next.position() == tree.size()) {
                    tree = tree.plus(next.hash());
                    next = leaves.hasNext() ? leaves.next() : null;
                    continue;
                }
                Optional<AuditStub> stub = AuditStubs.covering(handle, key, tree.size());
                if (stub.isEmpty()) {
                    return tree;
                }
                AuditStub span = stub.get();
                if (span.range().next() > to) {
                    throw new BrokenLog(
                            "a checkpoint of "
                                    + to
                                    + " entries lies in the middle of a span that was closed"
                                    + " since; it can no longer be held against the log");
                }
                if (span.range().first() < tree.size()) {
                    // Where it was left off is closed by now.
                    return grown(handle, key, Frontier.EMPTY, to);
                }
                tree = tree.plus(span.range());
            }
        }
        return tree;
    }
}
