package dev.avow.prove;

import dev.avow.merkle.Frontier;
import dev.avow.merkle.Hash;
import dev.avow.merkle.VerifierKey;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/** A tree made again of the leaves that there are, and of the stubs of those that are not. */
final class AuditGrowth {

    private static final String HASHES =
            """
            SELECT position, leaf_hash FROM audit_leaves WHERE position >= :from AND position < :to
            ORDER BY position
            """;

    private record Leaf(long position, Hash hash) {}

    /** Takes a log's leaves and closed spans, in their order. */
    interface Sink {

        /** The index that is to come next. */
        long at();

        void leaf(Hash hash);

        /**
         * A span that was closed.
         *
         * @return false to be given nothing more
         */
        boolean closed(AuditStub stub);
    }

    private AuditGrowth() {}

    /**
     * Gives what there is from where a sink is; ends at a gap.
     *
     * @param key checks the stubs
     * @param to not this leaf, nor one behind it
     * @throws BrokenLog where a stub was altered
     */
    static void walk(Handle handle, VerifierKey key, long to, Sink sink) {
        // The leaves first: what is closed after this was asked is still among them.
        try (ResultIterator<Leaf> leaves =
                handle.createQuery(HASHES)
                        .bind("from", sink.at())
                        .bind("to", to)
                        .setFetchSize(10_000)
                        .map((row, _) ->
                                new Leaf(
                                        row.getLong("position"),
                                        Hash.of(row.getBytes("leaf_hash"))))
                        .iterator()) {
            Leaf next = next(leaves);
            while (sink.at() < to) {
                if (next != null && next.position() == sink.at()) {
                    sink.leaf(next.hash());
                    next = next(leaves);
                    continue;
                }
                Optional<AuditStub> stub = AuditStubs.covering(handle, key, sink.at());
                if (stub.isEmpty() || !sink.closed(stub.get())) {
                    return;
                }
            }
        }
    }

    private static @Nullable Leaf next(ResultIterator<Leaf> leaves) {
        return leaves.hasNext() ? leaves.next() : null;
    }

    /**
     * A tree with the leaves that follow it; smaller than asked where there are fewer.
     *
     * @param key checks the stubs
     * @throws BrokenLog where a stub was altered, or the size that is asked for lies in a closed
     *     span
     */
    static Frontier grown(Handle handle, VerifierKey key, Frontier from, long to) {
        if (from.size() == to) {
            return from;
        }
        Growing growing = new Growing(from, to);
        walk(handle, key, to, growing);
        // Where it was left off may be closed by now.
        return growing.overtaken ? grown(handle, key, Frontier.EMPTY, to) : growing.tree;
    }

    private static final class Growing implements Sink {
        private final long to;
        Frontier tree;
        boolean overtaken;

        Growing(Frontier from, long to) {
            this.tree = from;
            this.to = to;
        }

        @Override
        public long at() {
            return tree.size();
        }

        @Override
        public void leaf(Hash hash) {
            tree = tree.plus(hash);
        }

        @Override
        public boolean closed(AuditStub stub) {
            if (stub.range().next() > to) {
                throw new BrokenLog(
                        "a checkpoint of "
                                + to
                                + " entries lies in the middle of a span that was closed since; it"
                                + " can no longer be held against the log");
            }
            if (stub.range().first() < tree.size()) {
                overtaken = true;
                return false;
            }
            tree = tree.plus(stub.range());
            return true;
        }
    }
}
