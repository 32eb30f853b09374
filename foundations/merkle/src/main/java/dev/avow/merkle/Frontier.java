package dev.avow.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A tree as far as it must be known to grow: the roots of its full subtrees, the largest first. A
 * leaf is added in constant time, on average; the root takes as many steps as there are subtrees,
 * at most 63. Immutable.
 */
public final class Frontier {

    /** The tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;
    private final List<Hash> peaks;

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    /**
     * A tree that was kept.
     *
     * @param size its leaves
     * @param peaks what {@link #peaks} gave
     * @throws IllegalArgumentException where they do not fit each other
     */
    public static Frontier of(long size, byte[] peaks) {
        if (size < 0 || peaks.length != Long.bitCount(size) * Hash.BYTES) {
            throw new IllegalArgumentException("a tree's size and its subtrees do not fit");
        }
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < peaks.length; at += Hash.BYTES) {
            byte[] one = new byte[Hash.BYTES];
            ByteBuffer.wrap(peaks).get(at, one);
            hashes.add(Hash.of(one));
        }
        return new Frontier(size, Collections.unmodifiableList(hashes));
    }

    /** The tree with one more leaf. */
    public Frontier plus(Hash leaf) {
        return plus(leaf, 0);
    }

    /**
     * The tree with some more leaves.
     *
     * @throws IllegalArgumentException where they do not begin where this tree ends
     */
    public Frontier plus(CompactRange leaves) {
        if (leaves.first() != size) {
            throw new IllegalArgumentException("these leaves begin elsewhere");
        }
        Frontier grown = this;
        for (Hash root : leaves.roots()) {
            grown = grown.plus(root, CompactRange.level(grown.size, leaves.next()));
        }
        return grown;
    }

    /**
     * The tree with one more full subtree.
     *
     * @param level it has two to the power of this many leaves, and the tree a multiple of that
     */
    public Frontier plus(Hash root, int level) {
        List<Hash> grown = new ArrayList<>(peaks);
        Hash last = root;
        for (long rest = size >> level; (rest & 1) == 1; rest >>= 1) {
            last = Hash.ofNode(grown.removeLast(), last);
        }
        grown.add(last);
        return new Frontier(size + (1L << level), Collections.unmodifiableList(grown));
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** RFC 6962's Merkle Tree Hash. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return Hash.ofNothing();
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(peaks.get(i), root);
        }
        return root;
    }

    /** The subtrees' roots, 32 bytes each, to be kept. */
    public byte[] peaks() {
        ByteBuffer all = ByteBuffer.allocate(peaks.size() * Hash.BYTES);
        peaks.forEach(each -> all.put(each.bytes()));
        return all.array();
    }

    @Override
    public String toString() {
        return "Frontier of " + size;
    }
}
