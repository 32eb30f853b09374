package dev.avow.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * What is left of some leaves that follow one another, where a tree must go on to prove without
 * them: the roots of the fewest full subtrees that are made of them, from left to right. A full
 * subtree has a power of two of leaves and begins at a multiple of it. There are at most two for
 * each power of two. Immutable.
 *
 * @param first the first leaf's index
 * @param next the index behind the last
 * @param roots of the subtrees
 */
public record CompactRange(long first, long next, List<Hash> roots) {

    public CompactRange {
        if (first < 0 || next <= first || roots.size() != count(first, next)) {
            throw new IllegalArgumentException("a range and its subtrees do not fit");
        }
        roots = List.copyOf(roots);
    }

    /**
     * The range that these leaves are.
     *
     * @param first the index of the first of them
     * @param leaves at least one
     */
    public static CompactRange of(long first, List<Hash> leaves) {
        long next = first + leaves.size();
        List<Hash> roots = new ArrayList<>();
        for (long at = first; at < next; at += 1L << level(at, next)) {
            int from = (int) (at - first);
            roots.add(Proofs.root(leaves.subList(from, from + (1 << level(at, next)))));
        }
        return new CompactRange(first, next, roots);
    }

    /** The level of the largest full subtree that begins at a leaf and ends before another. */
    static int level(long at, long next) {
        int fits = 63 - Long.numberOfLeadingZeros(next - at);
        return at == 0 ? fits : Math.min(fits, Long.numberOfTrailingZeros(at));
    }

    private static int count(long first, long next) {
        int count = 0;
        for (long at = first; at < next; at += 1L << level(at, next)) {
            count++;
        }
        return count;
    }

    @Override
    public String toString() {
        return "CompactRange from " + first + " to " + next;
    }
}
