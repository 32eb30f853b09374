package dev.avow.merkle;

import dev.avow.merkle.RangeRoots.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Proofs of RFC 6962, section 2.1: that a leaf is in a tree, and that a tree continues an earlier
 * one. Making one takes time in the number of leaves; checking one, in its logarithm. Stateless.
 */
public final class Proofs {

    private Proofs() {}

    /** The root of all these leaves (2.1, MTH). */
    public static Hash root(List<Hash> leaves) {
        int n = leaves.size();
        if (n == 0) {
            return Hash.ofNothing();
        }
        if (n == 1) {
            return leaves.getFirst();
        }
        int k = split(n);
        return Hash.ofNode(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    /**
     * The audit path of a leaf (2.1.1, PATH), from the leaf up.
     *
     * @param index of the leaf, from 0
     * @throws IndexOutOfBoundsException where there is no such leaf
     */
    public static List<Hash> inclusion(int index, List<Hash> leaves) {
        java.util.Objects.checkIndex(index, leaves.size());
        List<Hash> path = new ArrayList<>();
        path(index, leaves, path);
        return List.copyOf(path);
    }

    private static void path(int index, List<Hash> leaves, List<Hash> path) {
        int n = leaves.size();
        if (n == 1) {
            return;
        }
        int k = split(n);
        if (index < k) {
            path(index, leaves.subList(0, k), path);
            path.add(root(leaves.subList(k, n)));
        } else {
            path(index - k, leaves.subList(k, n), path);
            path.add(root(leaves.subList(0, k)));
        }
    }

    /**
     * That a tree continues its own first leaves (2.1.2, PROOF).
     *
     * @param first how many leaves the earlier tree had; 1 to as many as there are
     */
    public static List<Hash> consistency(int first, List<Hash> leaves) {
        if (first < 1 || first > leaves.size()) {
            throw new IndexOutOfBoundsException("no tree of " + first + " leaves came before");
        }
        List<Hash> proof = new ArrayList<>();
        subproof(first, leaves, true, proof);
        return List.copyOf(proof);
    }

    private static void subproof(int m, List<Hash> leaves, boolean whole, List<Hash> proof) {
        int n = leaves.size();
        if (m == n) {
            if (!whole) {
                proof.add(root(leaves));
            }
            return;
        }
        int k = split(n);
        if (m <= k) {
            subproof(m, leaves.subList(0, k), whole, proof);
            proof.add(root(leaves.subList(k, n)));
        } else {
            subproof(m - k, leaves.subList(k, n), false, proof);
            proof.add(root(leaves.subList(0, k)));
        }
    }

    /**
     * Which parts of a tree an audit path consists of, from the leaf up; see {@link RangeRoots}.
     *
     * @param index of the leaf, from 0
     * @throws IndexOutOfBoundsException where there is no such leaf
     */
    public static List<Range> inclusionRanges(long index, long size) {
        java.util.Objects.checkIndex(index, size);
        List<Range> path = new ArrayList<>();
        inclusionRanges(index, 0, size, path);
        return List.copyOf(path);
    }

    private static void inclusionRanges(long index, long from, long to, List<Range> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (index < middle) {
            inclusionRanges(index, from, middle, path);
            path.add(new Range(middle, to));
        } else {
            inclusionRanges(index, middle, to, path);
            path.add(new Range(from, middle));
        }
    }

    /**
     * Which parts of a tree the proof consists of that it continues its own first leaves; see
     * {@link RangeRoots}.
     *
     * @param first how many leaves the earlier tree had; 1 to as many as there are
     */
    public static List<Range> consistencyRanges(long first, long size) {
        if (first < 1 || first > size) {
            throw new IndexOutOfBoundsException("no tree of " + first + " leaves came before");
        }
        List<Range> proof = new ArrayList<>();
        consistencyRanges(first, 0, size, true, proof);
        return List.copyOf(proof);
    }

    /**
     * @param end of the earlier tree's leaves
     * @param whole whether this part of the tree begins where the earlier tree does
     */
    private static void consistencyRanges(
            long end, long from, long to, boolean whole, List<Range> proof) {
        if (end == to) {
            if (!whole) {
                proof.add(new Range(from, to));
            }
            return;
        }
        long middle = from + Long.highestOneBit(to - from - 1);
        if (end <= middle) {
            consistencyRanges(end, from, middle, whole, proof);
            proof.add(new Range(middle, to));
        } else {
            consistencyRanges(end, middle, to, false, proof);
            proof.add(new Range(from, middle));
        }
    }

    /** The largest power of two below n, which is at least 2. */
    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }

    /** Whether a leaf is in the tree of that size and root (RFC 9162, section 2.1.3.2). */
    public static boolean isIncluded(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Hash hash = leaf;
        for (Hash each : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = Hash.ofNode(each, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, each);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash.equals(root);
    }

    /** Whether the second tree continues the first (RFC 9162, section 2.1.4.2). */
    public static boolean isContinued(
            long firstSize, Hash firstRoot, long secondSize, Hash secondRoot, List<Hash> proof) {
        if (firstSize < 1 || firstSize > secondSize) {
            return false;
        }
        if (firstSize == secondSize) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        List<Hash> path = new ArrayList<>(proof);
        if (Long.bitCount(firstSize) == 1) {
            path.addFirst(firstRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        long fn = firstSize - 1;
        long sn = secondSize - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        Hash first = path.getFirst();
        Hash second = first;
        for (Hash each : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                first = Hash.ofNode(each, first);
                second = Hash.ofNode(each, second);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                second = Hash.ofNode(second, each);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && first.equals(firstRoot) && second.equals(secondRoot);
    }
}
