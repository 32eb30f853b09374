package dev.avow.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tree that is given as tiles ({@link Tile}), made again and checked with nothing but them.
 * Memory is that of three tiles. For one thread.
 */
public final class TileTree {

    /** That tiles do not make up the tree; the message names the tile. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /** Where tiles lie. */
    @FunctionalInterface
    public interface Source {

        /** A tile's or a bundle's bytes; empty where it is not there. */
        Optional<byte[]> read(Tile tile);
    }

    private final Source source;
    private final long size;
    private @Nullable Tile lastAbove;
    private List<Hash> above = List.of();

    /**
     * @param size its leaves
     */
    public TileTree(Source source, long size) {
        this.source = source;
        this.size = size;
    }

    /** The root, made of the tiles at the right edge, one a level. */
    public Hash root() throws Broken {
        Frontier tree = Frontier.EMPTY;
        for (int level = Tile.levels(size) - 1; level >= 0; level--) {
            Optional<Tile> edge = Tile.partial(level, size);
            if (edge.isPresent()) {
                for (Hash each : hashes(edge.get())) {
                    tree = tree.plus(each, Long.numberOfTrailingZeros(edge.get().leavesOfOne()));
                }
            }
        }
        return tree.root();
    }

    /** That a full tile is what its hash in the tile above is of; others have none. */
    public void requireInPlace(Tile tile) throws Broken {
        List<Hash> hashes = hashes(tile);
        if (tile.width() < Tile.WIDTH) {
            return;
        }
        Tile parent =
                Tile.of(tile.level() + 1, tile.index() / Tile.WIDTH, size)
                        .orElseThrow(() -> new Broken(tile.path() + " is in no tile above"));
        if (!parent.equals(lastAbove)) {
            above = hashes(parent);
            lastAbove = parent;
        }
        if (!Proofs.root(hashes).equals(above.get((int) (tile.index() % Tile.WIDTH)))) {
            throw new Broken(tile.path() + " is not what " + parent.path() + " says");
        }
    }

    /** That a bundle's entries are those that the tile of level 0 has the hashes of. */
    public void requireEntries(Tile bundle, byte[] bytes) throws Broken {
        List<Hash> expected = hashes(new Tile(0, bundle.index(), bundle.width()));
        List<Hash> found = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.remaining() >= Short.BYTES) {
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                throw new Broken(bundle.path() + " is cut off");
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            found.add(Hash.ofLeaf(entry));
        }
        if (rest.hasRemaining() || !found.equals(expected)) {
            throw new Broken(bundle.path() + " has other entries than the tree");
        }
    }

    private List<Hash> hashes(Tile tile) throws Broken {
        byte[] bytes =
                source.read(tile).orElseThrow(() -> new Broken(tile.path() + " is not there"));
        if (bytes.length != tile.width() * Hash.BYTES) {
            throw new Broken(tile.path() + " is not of its width");
        }
        List<Hash> hashes = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            byte[] one = new byte[Hash.BYTES];
            rest.get(one);
            hashes.add(Hash.of(one));
        }
        return hashes;
    }

    @Override
    public String toString() {
        return "TileTree of " + size;
    }
}
