package dev.avow.detector.names;

/**
 * Which words of German stand in the same places, such as verbs of saying or family names: the
 * clusters of Brown et al., "Class-Based n-gram Models of Natural Language" (1992). A cluster is a
 * path in a tree of two branches, its first step in the lowest bit, so that paths which begin alike
 * are clusters that are alike.
 *
 * <p>Only hashes of words are kept. A word that is in none is taken for one that is once in some
 * thousands. Immutable and safe for any number of threads.
 */
public final class Clusters {

    private final int[] keys;
    private final int[] paths;
    private final int mask;

    /**
     * @param keys of {@link #key}, without repetition
     * @param paths one for each key, none of them 0
     */
    public Clusters(int[] keys, int[] paths) {
        int size = Integer.highestOneBit(Math.max(8, keys.length + keys.length / 2)) * 2;
        this.keys = new int[size];
        this.paths = new int[size];
        this.mask = size - 1;
        for (int i = 0; i < keys.length; i++) {
            int at = keys[i] & mask;
            while (this.paths[at] != 0) {
                at = (at + 1) & mask;
            }
            this.keys[at] = keys[i];
            this.paths[at] = paths[i];
        }
    }

    /**
     * The key of a word.
     *
     * @param word as {@link Hash#word} gives it
     * @param capital whether it is written with a capital
     */
    public static int key(int word, boolean capital) {
        return Hash.of(capital ? 1 : 0, word);
    }

    /** The path of a word as it is written, else of how it is written else; 0 where it has none. */
    int path(int word, boolean capital) {
        int path = find(key(word, capital));
        return path != 0 ? path : find(key(word, !capital));
    }

    private int find(int key) {
        int at = key & mask;
        while (paths[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return paths[at];
    }
}
