package dev.avow.detector.names;

/** What a run of tagged tokens must be like to be a name. */
final class Span {

    /** Longer runs are no names of persons. */
    private static final int MOST_TOKENS = 14;

    /** In a sentence. */
    private static final double LEAST = 0.5;

    /** In lines that are short or in capitals, such as headings and addresses. */
    private static final double LEAST_SHORT = 0.65;

    /** In lines with some signs of source code, and in those with many. */
    private static final double[] LEAST_CODE = {0, 0.75, 0.85};

    private static final double LEAST_OTHER = 0.55;
    private static final double LEAST_OTHER_CODE = 0.9;

    /** For a single word in lower case: it is most often something else. */
    private static final double LEAST_SMALL = 0.85;

    /** For a single word with inner capitals, such as {@code McDonald} and {@code HashMap}. */
    private static final double LEAST_MIXED = 0.9;

    private static final int COMMA = Hash.mix(',');
    private static final int SEMICOLON = Hash.mix(';');
    private static final int DOT = Hash.mix('.');
    private static final int EQUALS = Hash.mix('=');
    private static final int JUNIOR = Hash.word("jr");
    private static final int SENIOR = Hash.word("sr");

    /** English and German ones; French newspapers make theirs a part of the name. */
    private static final int[] TITLES = {
        Hash.word("mr"),
        Hash.word("mrs"),
        Hash.word("ms"),
        Hash.word("dr"),
        Hash.word("prof"),
        Hash.word("herr"),
        Hash.word("herrn"),
        Hash.word("frau")
    };

    private Span() {}

    /** Where the name ends when signs at its end are left out, except the stop of an initial. */
    static int trim(Tokens t, int from, int until) {
        int end = until;
        while (end > from && t.shape[end - 1] == Tokens.SIGN && !isJunior(t, from, end)) {
            end--;
        }
        return end;
    }

    /** Where the name begins when titles before it are left out: they say nothing of who it is. */
    static int skipTitles(Tokens t, int from, int until) {
        int begin = from;
        while (begin < until && isTitle(t.word[begin])) {
            begin++;
            while (begin < until && t.shape[begin] == Tokens.SIGN) {
                begin++;
            }
        }
        return begin < until ? begin : from;
    }

    /** Whether a line is a word, a comma and a word, as lists of people write surnames first. */
    static boolean isSurnameFirst(Tokens t, int from) {
        return t.shape[from - 1] == Tokens.LINE_END
                && t.word[from + 1] == COMMA
                && t.shape[from + 1] == Tokens.SIGN
                && t.shape[from + 3] == Tokens.LINE_END;
    }

    private static boolean isTitle(int word) {
        for (int title : TITLES) {
            if (word == title) {
                return true;
            }
        }
        return false;
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
            return t.end[until - 1] - t.start[from] > 1 ? leastOther(t, from) : 2;
        }
        if (until - from > MOST_TOKENS || !hasWord(t, from, until) || isCode(t, from, until)) {
            return 2;
        }
        double least = least(t, from);
        return until - from > 1 ? least : Math.max(least, leastSingle(t, from));
    }

    /** Of a single word: in source code, one in lower case or with inner capitals is a variable. */
    private static double leastSingle(Tokens t, int token) {
        return switch (t.shape[token]) {
            case Tokens.LOWER -> {
                if (isCell(t, token)) {
                    yield 2;
                }
                boolean labelled = Features.label(t, token) != 0;
                yield t.codeOfLine(token) < 2 || labelled ? LEAST_SMALL : 2;
            }
            case Tokens.MIXED -> LEAST_MIXED;
            default -> 0;
        };
    }

    /**
     * Whether a word fills a cell of a row, as {@code price} does in {@code article;price;made}.
     */
    private static boolean isCell(Tokens t, int token) {
        return token > t.first()
                && token + 1 < t.last()
                && t.end[token - 1] == t.start[token]
                && t.end[token] == t.start[token + 1]
                && t.word[token - 1] == t.word[token + 1]
                && (t.word[token - 1] == COMMA || t.word[token - 1] == SEMICOLON);
    }

    /**
     * Of an organisation or a place: acronyms and product names look like them in technical text.
     */
    private static double leastOther(Tokens t, int token) {
        if (t.codeOfLine(token) > 0) {
            return LEAST_OTHER_CODE;
        }
        return t.isSentence(token) ? LEAST_OTHER : LEAST_SHORT;
    }

    private static double least(Tokens t, int token) {
        int code = t.codeOfLine(token);
        if (code > 0) {
            return LEAST_CODE[code];
        }
        return t.isSentence(token) ? LEAST : LEAST_SHORT;
    }

    /** Whether an assignment or a member, as in {@code R = QQ} and {@code R.free}, is inside. */
    private static boolean isCode(Tokens t, int from, int until) {
        for (int i = from + 1; i < until - 1; i++) {
            boolean afterBlank = (t.glue[i] >> 3 & 7) == 0;
            boolean joins = !afterBlank && (t.glue[i] & 7) == 7;
            if (t.shape[i] == Tokens.SIGN
                    && (t.word[i] == EQUALS
                            ? afterBlank
                            : t.word[i] == DOT && joins && t.shape[i + 1] == Tokens.LOWER)) {
                return true;
            }
        }
        return false;
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
