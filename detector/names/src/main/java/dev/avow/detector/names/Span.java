package dev.avow.detector.names;

/** What a run of tagged tokens must be like to be a name. */
final class Span {

    /** Longer runs are no names of persons. */
    private static final int MOST_TOKENS = 14;

    private static final double LEAST = 0.7;

    /** For a single word in lower case: it is most often something else. */
    private static final double LEAST_SMALL = 0.88;

    private static final int JUNIOR = Hash.word("jr");
    private static final int SENIOR = Hash.word("sr");

    private Span() {}

    /** Where the name ends when signs at its end are left out, except the stop of an initial. */
    static int trim(Tokens t, int from, int until) {
        int end = until;
        while (end > from && t.shape[end - 1] == Tokens.SIGN && !isJunior(t, from, end)) {
            end--;
        }
        return end;
    }

    private static boolean isJunior(Tokens t, int from, int end) {
        return end - from > 2 && (t.word[end - 2] == JUNIOR || t.word[end - 2] == SENIOR);
    }

    /**
     * How sure the model must be of a name; more than 1 where it is none. Measured on the tuning
     * sets: below these, more was false than true.
     */
    static double least(Tokens t, int from, int until, int tag) {
        if (Tag.begin(tag) != Tag.PERSON) {
            return t.end[until - 1] - t.start[from] > 1 ? 0 : 2;
        }
        if (until - from > MOST_TOKENS || !hasWord(t, from, until)) {
            return 2;
        }
        return until - from == 1 && t.shape[from] == Tokens.LOWER ? LEAST_SMALL : LEAST;
    }

    private static boolean hasWord(Tokens t, int from, int until) {
        for (int i = from; i < until; i++) {
            if (t.shape[i] < Tokens.WITH_DIGITS && t.end[i] - t.start[i] > 1) {
                return true;
            }
        }
        return false;
    }
}
