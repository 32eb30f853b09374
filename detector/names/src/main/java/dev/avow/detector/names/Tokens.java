package dev.avow.detector.names;

/**
 * The tokens of a stretch of text with what features need of each: words of letters and digits,
 * signs (a repeated sign is one token), line ends. Blanks are no tokens.
 *
 * <p>One instance is filled again and again; it belongs to one thread. Filling looks at each
 * character once.
 */
public final class Tokens {

    /** Shapes of tokens. */
    static final int LOWER = 0;

    static final int CAPITALIZED = 1;
    static final int UPPER = 2;
    static final int INITIAL = 3;
    static final int MIXED = 4;
    static final int UNCASED = 5;
    static final int WITH_DIGITS = 6;
    static final int NUMBER = 7;
    static final int LINE_END = 8;
    static final int SIGN = 9;
    static final int EAST_ASIAN = 10;

    /** Tokens in one stretch, at most. */
    static final int MOST = 4096;

    /** From here on a stretch ends with its line. */
    private static final int ENOUGH = 2048;

    /** Empty tokens before and after, so that neighbours need no test of bounds. */
    static final int MARGIN = 6;

    /** Longer words are cut: no name is so long, and a long run without blanks stays linear. */
    private static final int LONGEST = 64;

    private final Gazetteer gazetteer;
    private final Clusters clusters;
    private boolean german;
    private final Writing writing = new Writing();
    private int size;

    final int[] start = new int[MOST + 2 * MARGIN];
    final int[] end = new int[MOST + 2 * MARGIN];
    final int[] word = new int[MOST + 2 * MARGIN];
    final int[] prefix = new int[MOST + 2 * MARGIN];
    final int[] prefix5 = new int[MOST + 2 * MARGIN];
    final int[] suffix4 = new int[MOST + 2 * MARGIN];
    final int[] suffix3 = new int[MOST + 2 * MARGIN];
    final int[] suffix2 = new int[MOST + 2 * MARGIN];

    /** In German, see {@link Clusters}; else 0. */
    final int[] cluster = new int[MOST + 2 * MARGIN];

    final boolean[] endsInS = new boolean[MOST + 2 * MARGIN];
    final byte[] shape = new byte[MOST + 2 * MARGIN];
    final byte[] flags = new byte[MOST + 2 * MARGIN];

    /** What stands directly before and after: see {@link Glue}. */
    final byte[] glue = new byte[MOST + 2 * MARGIN];

    /**
     * Case of the line (0 to 3), tokens before in the line (0 to 3), words in it in steps, and how
     * much the line looks like source code (0 to 2).
     */
    final byte[] line = new byte[MOST + 2 * MARGIN];

    /**
     * @param gazetteer what is known of words
     * @param clusters which words stand in the same places
     */
    public Tokens(Gazetteer gazetteer, Clusters clusters) {
        this.gazetteer = gazetteer;
        this.clusters = clusters;
        for (int i = 0; i < MARGIN; i++) {
            shape[i] = LINE_END;
        }
    }

    /** The index of the first token. */
    public int first() {
        return MARGIN;
    }

    /** After the index of the last token. */
    public int last() {
        return MARGIN + size;
    }

    /** Where a token begins in the text, inclusive. */
    public int start(int token) {
        return start[token];
    }

    /** Where a token ends in the text, exclusive. */
    public int end(int token) {
        return end[token];
    }

    /** The hash of the folded token. */
    public int word(int token) {
        return word[token];
    }

    /** How much the line of a token looks like source code: 0 to 2. */
    int codeOfLine(int token) {
        return line[token] >> 6 & 3;
    }

    /** Whether the stretch is technical. */
    boolean isTechnical() {
        return writing.isTechnical();
    }

    /** Whether the stretch is German. */
    boolean isGerman() {
        return german;
    }

    /** Whether the line of a token is in capitals. */
    boolean isInCapitals(int token) {
        return (line[token] & 3) == 3;
    }

    /** Whether the line of a token has more small words than others, and five or more. */
    boolean isSentence(int token) {
        return (line[token] & 3) == 1 && (line[token] >> 4 & 3) >= 2;
    }

    /**
     * Forgets what lists say of names, for some words: a model that is trained so learns to do
     * without the lists.
     *
     * @param seed chooses the words
     * @param percent how many of 100 words
     */
    public void forget(int seed, int percent) {
        for (int i = first(); i < last(); i++) {
            if (Integer.remainderUnsigned(Hash.of(seed, word[i]), 100) < percent) {
                flags[i] &= ~Gazetteer.NAME;
            }
        }
    }

    /**
     * Takes the next stretch.
     *
     * @param text the whole text
     * @param from where to begin
     * @param to where the text ends, exclusive
     * @return where the next stretch begins; {@code to} at the end
     */
    public int fill(char[] text, int from, int to) {
        size = 0;
        writing.begin();
        int at = from;
        int lineStart = MARGIN;
        while (at < to && size < MOST) {
            char c = text[at];
            byte kind = Letters.kind(c);
            if (kind == Letters.SPACE) {
                if (c == '\\' && at + 1 < to && isEscapedBlank(text[at + 1])) {
                    add(text, at, at + 2, to, LINE_END);
                    lineStart = endLine(lineStart);
                    at++;
                }
                at++;
            } else if (kind == Letters.NEWLINE) {
                add(text, at, ++at, to, LINE_END);
                lineStart = endLine(lineStart);
                if (size >= ENOUGH) {
                    break;
                }
            } else if (kind == Letters.EAST_ASIAN) {
                at = eastAsian(text, at, to);
            } else if (kind == Letters.OTHER) {
                at = sign(text, at, to);
            } else {
                at = word(text, at, to);
            }
        }
        endLine(lineStart);
        german = writing.isGerman();
        german(text);
        for (int i = last(); i < last() + MARGIN; i++) {
            clear(i);
        }
        return at;
    }

    private void clear(int i) {
        word[i] = 0;
        prefix[i] = 0;
        prefix5[i] = 0;
        suffix4[i] = 0;
        suffix3[i] = 0;
        suffix2[i] = 0;
        endsInS[i] = false;
        cluster[i] = 0;
        shape[i] = LINE_END;
        flags[i] = 0;
        glue[i] = 0;
        line[i] = 0;
    }

    private static boolean isEscapedBlank(char c) {
        return c == 'n' || c == 'r' || c == 't';
    }

    private int add(char[] text, int from, int until, int to, int shape) {
        int i = MARGIN + size++;
        clear(i);
        start[i] = from;
        end[i] = until;
        this.shape[i] = (byte) shape;
        glue[i] =
                Glue.of(
                        from == 0 || this.shape[i - 1] == LINE_END ? ' ' : text[from - 1],
                        until >= to ? ' ' : text[until]);
        return i;
    }

    private int eastAsian(char[] text, int from, int to) {
        int at = from + 1;
        while (at < to && at - from < LONGEST && Letters.kind(text[at]) == Letters.EAST_ASIAN) {
            at++;
        }
        add(text, from, at, to, EAST_ASIAN);
        return at;
    }

    private int sign(char[] text, int from, int to) {
        char c = text[from];
        int at = from + 1;
        while (at < to && text[at] == c) {
            at++;
        }
        int i = add(text, from, at, to, SIGN);
        word[i] = Hash.mix(Letters.fold(c));
        if (Glue.isCode(c, glue[i])) {
            writing.codeSign();
        }
        return at;
    }

    private int word(char[] text, int from, int to) {
        int hash = Hash.BEGIN;
        int start3 = 0;
        int start5 = 0;
        int stem = 0;
        long tail = 0;
        int letters = 0;
        int upper = 0;
        int digits = 0;
        int uncased = 0;
        boolean firstUpper = false;
        int at = from;
        int limit = Math.min(to, from + LONGEST);
        for (; at < limit; at++) {
            char c = text[at];
            byte kind = Letters.kind(c);
            if (kind < Letters.LOWER || kind > Letters.DIGIT) {
                break;
            }
            if (kind == Letters.MARK) {
                continue;
            }
            char folded = Letters.fold(c);
            stem = hash;
            hash = Hash.next(hash, folded);
            tail = (tail << 16) | folded;
            letters++;
            if (letters == 3) {
                start3 = hash;
            } else if (letters == 5) {
                start5 = hash;
            }
            if (kind == Letters.UPPER) {
                upper++;
                firstUpper |= letters == 1;
            } else if (kind == Letters.DIGIT) {
                digits++;
            } else if (kind == Letters.UNCASED) {
                uncased++;
            }
        }
        int i = add(text, from, at, to, Shapes.of(letters, upper, digits, uncased, firstUpper));
        word[i] = Hash.mix(hash);
        prefix[i] = letters < 3 ? word[i] : Hash.mix(start3);
        prefix5[i] = letters < 5 ? word[i] : Hash.mix(start5);
        suffix4[i] = Hash.mix((int) (tail >>> 32) * 0x2C1B3C6D + (int) tail);
        suffix2[i] = Hash.mix((int) tail);
        endsInS[i] = (tail & 0xFFFF) == 's';
        suffix3[i] = Hash.mix((int) (tail >>> 32 & 0xFFFF) * 0x9E3779B1 + (int) tail);
        flags[i] = digits > 0 ? 0 : (byte) flags(word[i], stem, letters, (int) tail & 0xFFFF);
        if (shape[i] == LOWER) {
            boolean listed = (flags[i] & Gazetteer.GERMAN) != 0;
            writing.smallWord(letters <= 6 && German.has(word[i]), listed);
        }
        return at;
    }

    /** In German, tells of clusters and of compounds; elsewhere forgets what words German has. */
    private void german(char[] text) {
        for (int i = first(); i < last(); i++) {
            if (!german) {
                flags[i] = (byte) (flags[i] & ~Gazetteer.GERMAN);
                continue;
            }
            if (shape[i] <= MIXED) {
                cluster[i] = clusters.path(word[i], shape[i] != LOWER);
            }
            if (flags[i] == 0
                    && shape[i] == CAPITALIZED
                    && German.isCompound(gazetteer, text, start[i], end[i])) {
                flags[i] = (byte) Gazetteer.GERMAN;
            }
        }
    }

    /** What is known of a word; for one unknown, of the name that it is the genitive of. */
    private int flags(int word, int stem, int letters, int last) {
        int flags = gazetteer.flags(word);
        boolean isGenitive = flags == 0 && letters > 4 && (last == 's' || last == 'n');
        return isGenitive ? gazetteer.flags(Hash.mix(stem)) & Gazetteer.NAME : flags;
    }

    /** Says of each token of a line how the line is written. */
    private int endLine(int from) {
        int until = last();
        int manner = writing.endLine(shape, from, until);
        for (int i = from; i < until; i++) {
            line[i] = (byte) (manner + 4 * Math.min(3, i - from));
        }
        return until;
    }
}
