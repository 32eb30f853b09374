package dev.avow.merkle;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a piece of a tree that is served as files, as C2SP's {@code tlog-tiles} has it: up to
 * 256 hashes that stand side by side, each of {@code 256^level} leaves; or, as a bundle, up to 256
 * entries. Immutable.
 *
 * <p>Its path is {@code tile/<level>/<index>[.p/<width>]}, and {@code tile/entries/…} for a bundle;
 * the index in parts of three digits, all but the last behind an {@code x}.
 *
 * @param level 0 to 6; {@link #ENTRIES} for a bundle
 * @param index of the tile within its level, from 0; below 10⁹, so three parts are enough
 * @param width hashes, or entries, 1 to 256; fewer than 256 at the right edge alone
 * @see <a href="https://c2sp.org/tlog-tiles">tlog-tiles</a>
 */
public record Tile(int level, long index, int width) {

    /** The level of a bundle of entries. */
    public static final int ENTRIES = -1;

    /** Hashes of a full tile. */
    public static final int WIDTH = 256;

    private static final int HEIGHT = 8;
    private static final int TOP = 6;
    private static final long MOST = 1_000_000_000;

    private static final Pattern PATH =
            Pattern.compile(
                    "tile/(entries|[0-6])/((?:x[0-9]{3}/){0,2}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        boolean fits = level >= ENTRIES && level <= TOP && width >= 1 && width <= WIDTH;
        if (!fits
                || index < 0
                || index >= Math.min(MOST, (Long.MAX_VALUE / WIDTH) >> (HEIGHT * level(level)))) {
            throw new IllegalArgumentException("there is no such tile");
        }
    }

    /** The tile that a path names; empty where it names none. */
    public static Optional<Tile> parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String digits = parts.group(2);
        int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
        if (digits.startsWith("x000") || (parts.group(3) != null && width >= WIDTH)) {
            return Optional.empty(); // one tile has one path
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        try {
            return Optional.of(
                    new Tile(level, Long.parseLong(digits.replaceAll("[x/]", "")), width));
        } catch (IllegalArgumentException beyondAnyTree) {
            return Optional.empty();
        }
    }

    /** Where it is found, below the log's prefix. */
    public String path() {
        StringBuilder digits = new StringBuilder(threeDigits(index % 1_000));
        for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
            digits.insert(0, "x" + threeDigits(rest % 1_000) + "/");
        }
        return "tile/"
                + (isBundle() ? "entries" : String.valueOf(level))
                + "/"
                + digits
                + (width < WIDTH ? ".p/" + width : "");
    }

    private static String threeDigits(long number) {
        return String.format(Locale.ROOT, "%03d", number);
    }

    /** Whether it holds entries, and no hashes. */
    public boolean isBundle() {
        return level == ENTRIES;
    }

    /** How many leaves one of its hashes is of. */
    public long leavesOfOne() {
        return 1L << (HEIGHT * level(level));
    }

    /** A bundle stands beside a tile of level 0. */
    private static int level(int level) {
        return Math.max(0, level);
    }

    /** The index of its first leaf. */
    public long first() {
        return index * WIDTH * leavesOfOne();
    }

    /** The index behind its last leaf. */
    public long next() {
        return first() + width * leavesOfOne();
    }

    /** The tile below one of its hashes, which is full. */
    public Tile below(int at) {
        return new Tile(level - 1, index * WIDTH + at, WIDTH);
    }

    /** The tile of a level that is widest in a tree; empty where there is none. */
    static Optional<Tile> of(int level, long index, long size) {
        long hashes = size >> (HEIGHT * level(level));
        long width = Math.min(WIDTH, hashes - index * WIDTH);
        return width < 1 ? Optional.empty() : Optional.of(new Tile(level, index, (int) width));
    }

    /** The tile of the most leaves that begins with a leaf and ends before another; if any does. */
    public static Optional<Tile> largestFull(long first, long before) {
        Optional<Tile> largest = Optional.empty();
        long leaves = WIDTH;
        for (int level = 0;
                level < TOP && first % leaves == 0 && first + leaves <= before;
                level++) {
            largest = Optional.of(new Tile(level, first / leaves, WIDTH));
            leaves *= WIDTH;
        }
        return largest;
    }

    /** Gives every tile of a tree, its bundles too, from left to right and from below to above. */
    public static void ofTree(long size, Consumer<Tile> sink) {
        for (int level = ENTRIES; level <= TOP; level++) {
            Optional<Tile> each = of(level, 0, size);
            while (each.isPresent()) {
                sink.accept(each.get());
                each = of(level, each.get().index() + 1, size);
            }
        }
    }

    /** Its level's tile at the right edge, where that is a partial one. */
    static Optional<Tile> partial(int level, long size) {
        long hashes = size >> (HEIGHT * level);
        return of(level, hashes / WIDTH, size).filter(tile -> tile.width() < WIDTH);
    }

    /** How many levels a tree has tiles of. */
    static int levels(long size) {
        int levels = 0;
        while (levels <= TOP && size >> (HEIGHT * levels) > 0) {
            levels++;
        }
        return levels;
    }
}
