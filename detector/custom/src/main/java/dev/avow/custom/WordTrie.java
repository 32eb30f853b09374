package dev.avow.custom;

import dev.avow.detector.engine.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Many words and phrases, all looked for in one go over a text.
 *
 * <p>A tree of folded characters, kept as one table from a node and a character to the next node,
 * with open addressing. From every place where a word may begin it is followed as long as the text
 * goes along with it, which the longest word bounds; so the time grows with the text and not with
 * the number of words. Text is read in {@link Text}'s units, so that a word is found in JSON within
 * text, and with full-width or invisible characters.
 *
 * <p>Immutable once built, safe for threads.
 */
final class WordTrie {

    /** A word that was found; for the length of a call. */
    @FunctionalInterface
    interface Hits {

        /**
         * Reports one.
         *
         * @param owner as it was given with the word
         */
        void hit(int owner, int start, int end);
    }

    /** Whose a word is; the exact form where case counts, else null. */
    private record Entry(int owner, @org.jspecify.annotations.Nullable String exact) {}

    private static final int EVERY = 1 << 12;

    private long[] keys = new long[64];
    private int[] nodes = new int[64];
    private int taken;
    private final List<List<Entry>> entries = new ArrayList<>();

    WordTrie() {
        entries.add(List.of());
    }

    /** Adds a word, while it is built. What is blank is passed over. */
    void add(String word, int owner, boolean exact) {
        String folded = Folded.of(word);
        if (folded.isEmpty()) {
            return;
        }
        int node = 0;
        for (int i = 0; i < folded.length(); i++) {
            node = child(node, folded.charAt(i));
        }
        if (entries.get(node).isEmpty()) {
            entries.set(node, new ArrayList<>());
        }
        entries.get(node).add(new Entry(owner, exact ? word : null));
    }

    boolean isEmpty() {
        return entries.size() == 1;
    }

    /** Reports every word that stands whole in the text; words within words too. */
    void find(String plain, Until until, Hits hits) {
        Text text = Text.over(plain);
        boolean afterWord = false;
        int sinceCheck = 0;
        int p = 0;
        while (p < plain.length()) {
            if (++sinceCheck == EVERY) {
                sinceCheck = 0;
                until.check();
            }
            int unit = text.at(p);
            char c = Folded.of(Text.of(unit));
            if (Text.of(unit) != Text.IGNORABLE) {
                boolean word = Folded.isWord(c);
                if (!(afterWord && word)) {
                    int next = next(0, c);
                    if (next > 0) {
                        follow(text, plain, p, unit, next, hits);
                    }
                }
                afterWord = word;
            }
            p += Math.max(1, Text.size(unit));
        }
    }

    private void follow(
            Text text, String plain, int start, int firstUnit, int firstNode, Hits hits) {
        int node = firstNode;
        int p = start + Math.max(1, Text.size(firstUnit));
        char last = Folded.of(Text.of(firstUnit));
        while (true) {
            int after = text.skipIgnorable(p);
            char c = Folded.of(Text.of(text.at(after)));
            if (!entries.get(node).isEmpty() && !(Folded.isWord(last) && Folded.isWord(c))) {
                report(node, plain, start, p, hits);
            }
            if (after >= plain.length()) {
                return;
            }
            int unit = text.at(after);
            if (c != ' ' || last != ' ') { // a run of blanks is one
                node = next(node, c);
                if (node < 0) {
                    return;
                }
            }
            last = c;
            p = after + Math.max(1, Text.size(unit));
        }
    }

    private void report(int node, String plain, int start, int end, Hits hits) {
        for (Entry entry : entries.get(node)) {
            String exact = entry.exact();
            if (exact == null || plain.regionMatches(start, exact, 0, exact.length())) {
                hits.hit(entry.owner(), start, end);
            }
        }
    }

    private int child(int node, char c) {
        int known = next(node, c);
        if (known > 0) {
            return known;
        }
        entries.add(List.of());
        int made = entries.size() - 1;
        if (2 * ++taken > keys.length) {
            grow();
        }
        put(key(node, c), made);
        return made;
    }

    private int next(int node, char c) {
        long key = key(node, c);
        int at = place(key);
        while (keys[at] != 0) {
            if (keys[at] == key) {
                return nodes[at];
            }
            at = (at + 1) & (keys.length - 1);
        }
        return -1;
    }

    private void put(long key, int node) {
        int at = place(key);
        while (keys[at] != 0) {
            at = (at + 1) & (keys.length - 1);
        }
        keys[at] = key;
        nodes[at] = node;
    }

    private void grow() {
        long[] before = keys;
        int[] values = nodes;
        keys = new long[2 * before.length];
        nodes = new int[2 * before.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                put(before[i], values[i]);
            }
        }
    }

    /** Never zero. */
    private static long key(int node, char c) {
        return ((long) node + 1) << 16 | c;
    }

    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (keys.length - 1);
    }
}
