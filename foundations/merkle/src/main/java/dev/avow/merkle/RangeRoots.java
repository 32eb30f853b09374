package dev.avow.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The roots of some parts of a tree, in one pass through its leaves from left to right, so that a
 * proof of a large tree needs no more memory than itself. For one thread.
 *
 * @see Proofs#inclusionRanges
 * @see Proofs#consistencyRanges
 */
public final class RangeRoots {

    /**
     * Leaves that follow one another.
     *
     * @param from the first one's index
     * @param to the index behind the last
     */
    public record Range(long from, long to) {}

    private final List<Range> wanted;
    private final List<Frontier> grown = new ArrayList<>();
    private long at;
    private boolean divided;

    /**
     * @param wanted each begins at a multiple of the least power of two that is not less than its
     *     leaves, as the parts of a proof do
     */
    public RangeRoots(List<Range> wanted) {
        this.wanted = List.copyOf(wanted);
        this.wanted.forEach(_ -> grown.add(Frontier.EMPTY));
    }

    /** Takes the next leaf. */
    public void add(Hash leaf) {
        add(leaf, 0);
    }

    /**
     * Takes the next leaves, which are gone.
     *
     * @throws IllegalArgumentException where they begin elsewhere
     */
    public void add(CompactRange leaves) {
        if (leaves.first() != at) {
            throw new IllegalArgumentException("these leaves begin elsewhere");
        }
        for (Hash root : leaves.roots()) {
            add(root, CompactRange.level(at, leaves.next()));
        }
    }

    private void add(Hash root, int level) {
        long end = at + (1L << level);
        for (int i = 0; i < wanted.size(); i++) {
            Range range = wanted.get(i);
            if (range.from() <= at && end <= range.to()) {
                grown.set(i, grown.get(i).plus(root, level));
            } else if (range.from() < end && at < range.to()) {
                divided = true;
            }
        }
        at = end;
    }

    /** Which leaf is to be given next. */
    public long at() {
        return at;
    }

    /**
     * The roots, in the order that was asked for; empty where not all leaves were given, or some of
     * them are gone that would have to be divided.
     */
    public Optional<List<Hash>> roots() {
        List<Hash> roots = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Range range = wanted.get(i);
            Frontier tree = grown.get(i);
            if (divided || tree.size() != range.to() - range.from()) {
                return Optional.empty();
            }
            roots.add(tree.root());
        }
        return Optional.of(List.copyOf(roots));
    }

    @Override
    public String toString() {
        return "RangeRoots at " + at;
    }
}
