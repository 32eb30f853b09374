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

    /** In technical text, of a single word that a list knows. */
    private static final double LEAST_TECHNICAL = 0.97;

    private static final double LEAST_OTHER = 0.55;
    private static final double LEAST_OTHER_SHORT = 0.75;
    private static final double LEAST_OTHER_CODE = 0.9;

    /** For a single word in lower case: it is most often something else. */
    private static final double LEAST_SMALL = 0.85;

    /** For a single word with inner capitals, such as {@code McDonald} and {@code HashMap}. */
    private static final double LEAST_MIXED = 0.9;

    /** For a single word in capitals in a line that is not: most often an acronym. */
    private static final double LEAST_CAPITALS = 0.95;

    /** For an acronym that is no place of a list: most are of programs, formats and protocols. */
    private static final double LEAST_ACRONYM = 0.93;

    /** For one in a sentence. */
    private static final double LEAST_SAID = 0.85;

    /** For words of which the last is an ordinary one and none is a widespread first name. */
    private static final double LEAST_WORD = 0.9;

    /** For a single word that no list has, but in German, of which clusters tell more. */
    private static final double LEAST_UNKNOWN = 0.7;

    private static final int COMMA = Hash.mix(',');
    private static final int SEMICOLON = Hash.mix(';');
    private static final int DOT = Hash.mix('.');
    private static final int EQUALS = Hash.mix('=');
    private static final int GREATER = Hash.mix('>');
    private static final int LESS = Hash.mix('<');
    private static final int BAR = Hash.mix('|');
    private static final int HYPHEN = Hash.mix('-');
    private static final int OPEN = Hash.mix('(');
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

    /** Whether a line or its value is a word, a comma and a word, as lists write surnames first. */
    static boolean isSurnameFirst(Tokens t, int from) {
        return (t.shape[from - 1] == Tokens.LINE_END || Features.label(t, from) != 0)
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
        boolean person = Tag.begin(tag) == Tag.PERSON;
        if (until - from == 1 && isTitle(t.word[from])) {
            return 2;
        }
        boolean other = Languages.are(t, from, until) || Programs.are(t, from, until);
        if (Ordinary.are(t, from, until) || (other && !(person && isSaidToBe(t, from)))) {
            return 2;
        }
        if (!person) {
            boolean longer = t.end[until - 1] - t.start[from] > 1;
            return longer && !isCode(t, from, until) ? leastOther(t, from, until) : 2;
        }
        if (until - from > MOST_TOKENS || !hasWord(t, from, until) || isCode(t, from, until)) {
            return 2;
        }
        if (t.isGerman() && German.isNamedAfter(t, from, until)) {
            return 2;
        }
        double least = least(t, from);
        if (until - from == 1) {
            return Math.max(least, leastSingle(t, from));
        }
        if (isHyphenated(t, from, until) && Features.label(t, from) == 0) {
            least = Math.max(least, LEAST_CAPITALS);
        }
        if (t.shape[from] == Tokens.LOWER && t.shape[until - 1] == Tokens.CAPITALIZED) {
            least = Math.max(least, LEAST_CODE[1]); // as in: see section Primaries
        }
        if (Ordinary.endsInWord(t, from, until)) {
            least = Math.max(least, LEAST_WORD);
        }
        return isTechnical(t, from, until) && !isKnown(t, from, until)
                ? Math.max(least, t.shape[from] == Tokens.LOWER ? 2 : LEAST_TECHNICAL)
                : least;
    }

    /** Whether a title, a word such as {@code name}, or a label stands before. */
    private static boolean isSaidToBe(Tokens t, int from) {
        return Features.label(t, from) != 0
                || ((t.flags[from - 1] | t.flags[from - 2]) & Gazetteer.CUE) != 0;
    }

    /** Words in lower case or in capitals with hyphens between, such as {@code MAX-WIDTH}. */
    private static boolean isHyphenated(Tokens t, int from, int until) {
        int shape = t.shape[from];
        if (shape != Tokens.LOWER && (shape != Tokens.UPPER || t.isInCapitals(from))) {
            return false;
        }
        for (int i = from + 1; i < until; i++) {
            boolean hyphen = (i - from) % 2 == 1 && t.word[i] == HYPHEN;
            if (t.start[i] != t.end[i - 1] || (!hyphen && t.shape[i] != shape)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name stands in technical text without being the value of a field or a cell. */
    private static boolean isTechnical(Tokens t, int from, int until) {
        return t.isTechnical()
                && Features.label(t, from) == 0
                && !(t.word[from - 1] == GREATER && t.word[until] == LESS)
                && !(t.word[from - 1] == BAR && t.word[until] == BAR);
    }

    /** Whether a list has one of the words as a person's name. */
    private static boolean isKnown(Tokens t, int from, int until) {
        for (int i = from; i < until; i++) {
            if ((t.flags[i] & (Gazetteer.FIRST | Gazetteer.LAST)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** In technical text, of a single word, which there is mostly a class or a program. */
    private static double leastTechnical(Tokens t, int token, int lists) {
        boolean known = (t.flags[token] & lists) != 0 && (t.flags[token] & Gazetteer.COMMON) == 0;
        return known ? LEAST_TECHNICAL : 2;
    }

    /** Of a single word: in source code, one in lower case or with inner capitals is a variable. */
    private static double leastSingle(Tokens t, int token) {
        boolean labelled = Features.label(t, token) != 0;
        boolean small = t.shape[token] == Tokens.LOWER;
        double technical =
                (small ? t.isTechnical() : isTechnical(t, token, token + 1))
                        ? leastTechnical(t, token, Gazetteer.FIRST | Gazetteer.LAST)
                        : 0;
        double single =
                switch (t.shape[token]) {
                    case Tokens.LOWER ->
                            isCell(t, token)
                                            || (t.codeOfLine(token) > 1 && !labelled)
                                            || (!labelled && Ordinary.isWord(t, token))
                                    ? 2
                                    : LEAST_SMALL;
                    case Tokens.MIXED -> LEAST_MIXED;
                    case Tokens.UPPER -> labelled || t.isInCapitals(token) ? 0 : LEAST_CAPITALS;
                    default ->
                            labelled || t.isGerman() || isKnown(t, token, token + 1)
                                    ? 0
                                    : LEAST_UNKNOWN;
                };
        return Math.max(single, technical);
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
    private static double leastOther(Tokens t, int token, int until) {
        boolean cell = t.word[token - 1] == BAR && t.word[until] == BAR;
        if (isTechnical(t, token, until) || (cell && t.isTechnical())) {
            return until - token > 1
                    ? LEAST_OTHER_CODE
                    : leastTechnical(t, token, Gazetteer.PLACE | Gazetteer.ORGANIZATION);
        }
        if (t.codeOfLine(token) > 0) {
            return LEAST_OTHER_CODE;
        }
        double least = t.isSentence(token) ? LEAST_OTHER : LEAST_OTHER_SHORT;
        if (until - token > 1) {
            return least;
        }
        return switch (t.shape[token]) {
            case Tokens.MIXED -> Math.max(least, LEAST_MIXED);
            case Tokens.UPPER ->
                    t.isInCapitals(token) || (t.flags[token] & Gazetteer.PLACE) != 0
                            ? least
                            : Math.max(least, t.isSentence(token) ? LEAST_SAID : LEAST_ACRONYM);
            default -> least;
        };
    }

    private static double least(Tokens t, int token) {
        int code = t.codeOfLine(token);
        if (code > 0) {
            return LEAST_CODE[code];
        }
        return t.isSentence(token) ? LEAST : LEAST_SHORT;
    }

    /** Whether an assignment, a member or a call is inside: {@code R = QQ}, {@code R.free}. */
    private static boolean isCode(Tokens t, int from, int until) {
        for (int i = from + 1; i < until - 1; i++) {
            boolean afterBlank = (t.glue[i] >> 3 & 7) == 0;
            boolean joins = !afterBlank && (t.glue[i] & 7) == 7;
            if (t.shape[i] == Tokens.SIGN
                    && ((t.word[i] == EQUALS && afterBlank)
                            || (t.word[i] == OPEN && joins)
                            || (t.word[i] == DOT && joins && t.shape[i + 1] == Tokens.LOWER))) {
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
