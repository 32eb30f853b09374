package dev.avow.detector.names;

/**
 * What is known of single words: a set of hashes with flags. Only hashes are kept, so that the
 * lists themselves do not ship; a word that is in none is taken for one that is once in some
 * thousands.
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class Gazetteer {

    /** A given name. */
    public static final int FIRST = 1;

    /** A family name. */
    public static final int LAST = 2;

    /** A city, country or a word of one. */
    public static final int PLACE = 4;

    /** An ordinary word, written in lower case in ordinary text. */
    public static final int COMMON = 8;

    /** A word before or after which names stand: {@code Mr}, {@code name}. */
    public static final int CUE = 16;

    /** A word of organisations: {@code GmbH}, {@code University}. */
    public static final int ORGANIZATION = 32;

    /** A name in several languages or countries. */
    public static final int WIDESPREAD = 64;

    /**
     * A word of German: it writes nouns, and all that begins a sentence, with a capital as names.
     */
    public static final int GERMAN = 128;

    /** All that says that a word may be a name. */
    static final int NAME = FIRST | LAST | PLACE | WIDESPREAD;

    private final int[] keys;
    private final byte[] flags;
    private final int mask;

    /**
     * @param hashes of {@link Hash#word}, without repetition
     * @param flags one for each hash
     */
    public Gazetteer(int[] hashes, byte[] flags) {
        int size = Integer.highestOneBit(Math.max(8, hashes.length)) * 4;
        this.keys = new int[size];
        this.flags = new byte[size];
        this.mask = size - 1;
        for (int i = 0; i < hashes.length; i++) {
            int at = hashes[i] & mask;
            while (isTaken(at)) {
                at = (at + 1) & mask;
            }
            keys[at] = hashes[i];
            this.flags[at] = flags[i];
        }
    }

    /** The flags of a word; 0 where it is unknown. */
    int flags(int word) {
        return flags[find(word)];
    }

    /** The place of a word, or a free one. */
    private int find(int word) {
        int at = word & mask;
        while (isTaken(at) && keys[at] != word) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private boolean isTaken(int at) {
        return flags[at] != 0;
    }
}
