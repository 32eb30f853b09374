package dev.avow.detector.names;

/**
 * How a stretch of text is written: whether it is technical, whether it is German, and the manner
 * of each of its lines. One instance is used again and again; it belongs to one thread.
 */
final class Writing {

    /** Fewer lines do not tell what kind of text they are. */
    private static final int FEWEST_LINES = 8;

    /** Signs of source code in the line so far. */
    private int codeSigns;

    /** Lines of the stretch that hold anything, and those with signs of source code. */
    private int lines;

    private int codeLines;

    /** Words of the stretch in lower case, those that only German has, and those that it has. */
    private int smallWords;

    private int germanWords;
    private int listedWords;

    /** Forgets the stretch before. */
    void begin() {
        codeSigns = 0;
        lines = 0;
        codeLines = 0;
        smallWords = 0;
        germanWords = 0;
        listedWords = 0;
    }

    /** A sign that is more usual in source code than in prose. */
    void codeSign() {
        codeSigns++;
    }

    /**
     * A word in lower case.
     *
     * @param german whether only German has it, of small words
     * @param listed whether it is a word of German, be it one of another language too
     */
    void smallWord(boolean german, boolean listed) {
        smallWords++;
        germanWords += german ? 1 : 0;
        listedWords += listed ? 1 : 0;
    }

    /**
     * Ends a line.
     *
     * @param shape of all tokens
     * @param from the line's first token
     * @param until after its last
     * @return its case (0 to 3), 16 times the words in it in steps, and 64 times how much it looks
     *     like source code (0 to 2)
     */
    int endLine(byte[] shape, int from, int until) {
        int lower = 0;
        int upper = 0;
        int capital = 0;
        for (int i = from; i < until; i++) {
            switch (shape[i]) {
                case Tokens.LOWER -> lower++;
                case Tokens.UPPER -> upper++;
                case Tokens.CAPITALIZED, Tokens.MIXED, Tokens.INITIAL -> capital++;
                default -> {}
            }
        }
        int kind;
        if (upper + capital == 0) {
            kind = 0;
        } else if (lower + capital <= upper / 4) {
            kind = 3;
        } else {
            kind = lower > capital ? 1 : 2;
        }
        int words = lower + upper + capital;
        int length = words <= 2 ? 0 : words <= 4 ? 1 : words <= 8 ? 2 : 3;
        int code = codeSigns == 0 ? 0 : codeSigns * 4 <= words ? 1 : 2;
        lines += words > 0 ? 1 : 0;
        // One sign in a long line may be a misprint, or what a scanner made of a stain.
        codeLines += words > 0 && codeSigns > 1 && codeSigns * 6 > words ? 1 : 0;
        codeSigns = 0;
        return kind + 16 * length + 64 * code;
    }

    /**
     * Whether the stretch is technical: source code with its comments, or a manual with examples. A
     * line that looks like code says little of its neighbours, every fourteenth of many does.
     */
    boolean isTechnical() {
        return lines >= FEWEST_LINES && codeLines * 14 >= lines;
    }

    /**
     * Whether the stretch is German: it writes nouns with a capital, so that a capital says little.
     */
    boolean isGerman() {
        boolean told = germanWords > 0 && germanWords * 8 >= smallWords;
        return told || (smallWords > 1 && listedWords * 10 >= smallWords * 6);
    }
}
