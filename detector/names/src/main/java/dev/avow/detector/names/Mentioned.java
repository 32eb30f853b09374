package dev.avow.detector.names;

import java.util.HashSet;
import java.util.Set;

/**
 * The persons that a stretch of text names in full, so that {@code Lindqvist} alone is known for
 * one where {@code Peter Lindqvist} stands elsewhere in it. After the context aggregation of
 * Ratinov and Roth (2009). Belongs to one thread.
 */
final class Mentioned {

    /** How sure the model must have been of the full name. */
    static final double LEAST = 0.9;

    /** How sure the detector is of what is found so. */
    static final double CONFIDENCE = 0.75;

    private static final int SHORTEST = 4;

    private final Set<Integer> words = new HashSet<>();
    private final boolean[] reported = new boolean[Tokens.MOST + 2 * Tokens.MARGIN];

    /** Forgets all, for another stretch. */
    void clear(Tokens t) {
        words.clear();
        java.util.Arrays.fill(reported, t.first(), t.last(), false);
    }

    /** Takes note of a name that was reported. */
    void add(Tokens t, int from, int until, int tag, double confidence) {
        java.util.Arrays.fill(reported, from, until, true);
        if (tag != Tag.PERSON || confidence < LEAST || until - from < 2) {
            return;
        }
        for (int i = from; i < until; i++) {
            if (isTelling(t, i)) {
                words.add(t.word[i]);
            }
        }
    }

    /** Whether a token that was not reported is part of a name that was. */
    boolean isAgain(Tokens t, int i) {
        return !words.isEmpty()
                && t.shape[i] == Tokens.CAPITALIZED
                && !reported[i]
                && t.codeOfLine(i) == 0
                && words.contains(t.word[i]);
    }

    /** Whether there is anything to look for again. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    private static boolean isTelling(Tokens t, int i) {
        return hasCapital(t.shape[i])
                && t.end[i] - t.start[i] >= SHORTEST
                && (t.flags[i] & (Gazetteer.COMMON | Gazetteer.PLACE | Gazetteer.ORGANIZATION))
                        == 0;
    }

    private static boolean hasCapital(int shape) {
        return shape == Tokens.CAPITALIZED || shape == Tokens.UPPER;
    }
}
