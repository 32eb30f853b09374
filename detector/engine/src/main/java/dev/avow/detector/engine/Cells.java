package dev.avow.detector.engine;

/**
 * The cells of one line: parted by a sign, blanks around them aside, in quotes or not. A doubled
 * quote stays as it is, so that a place within a cell is a place in the text.
 *
 * <p>Used again and again by one thread; prints no content. Source: RFC 4180, section 2, with any
 * sign for the comma and no line breaks in cells; GitHub Flavored Markdown, section 4.10.
 */
final class Cells {

    /** The most columns of a table. */
    static final int MOST = 64;

    /** The longest name of a column, in UTF-16 code units. */
    static final int LONGEST_NAME = 40;

    private static final int MOST_WORDS = 5;
    private static final String NO_NAME = "@!?=";

    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private final boolean[] digits = new boolean[MOST];
    private int count;

    int count() {
        return count;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    /** Whether a cell holds a digit. */
    boolean hasDigit(int cell) {
        return digits[cell];
    }

    /** Instead of a separator: one name with a colon, above items behind dashes. */
    static final char ITEMS = ':';

    /** Instead of a separator: one word, above lines of one word each. */
    static final char WORDS = ' ';

    /**
     * The sign that parts the names of columns on a line; 0 where it is no line of names. Stops at
     * the first cell that is no name, which in prose comes soon.
     */
    char readNames(char[] c, int from, int to) {
        int start = blanks(c, from, to);
        boolean piped = start < to && c[start] == '|';
        char separator = piped ? '|' : firstSeparator(c, start, to);
        if (separator == 0) {
            return readName(c, start, to);
        }
        if (!read(c, from, to, separator, true)) {
            return 0;
        }
        return count > 1 || piped ? separator : 0;
    }

    /** One name on a line of its own, with a colon or a single word. */
    private char readName(char[] c, int from, int to) {
        if (to - from > LONGEST_NAME + 2) {
            return 0;
        }
        int end = blanksBefore(c, from, to);
        boolean colon = end > from && c[end - 1] == ':';
        one(c, from, colon ? end - 1 : end);
        if (!isName(c, starts[0], ends[0])) {
            return 0;
        }
        return colon ? ITEMS : isWord(c, starts[0], ends[0]) ? WORDS : 0;
    }

    private static boolean isWord(char[] c, int from, int to) {
        for (int p = from; p < to; p++) {
            if (c[p] == ' ' || c[p] == '\t') {
                return false;
            }
        }
        return true;
    }

    /** Makes all of a stretch the only cell, without the quotes around it. */
    private void one(char[] c, int from, int to) {
        int end = blanksBefore(c, from, to);
        boolean quoted = end > from + 1 && c[from] == '"' && c[end - 1] == '"';
        starts[0] = quoted ? from + 1 : from;
        ends[0] = quoted ? end - 1 : end;
        digits[0] = false;
        for (int p = from; p < end; p++) {
            digits[0] |= isDigit(c[p]);
        }
        count = 1;
    }

    private boolean readItem(char[] c, int from, int to) {
        int p = blanks(c, from, to);
        if (p + 1 >= to || (c[p] != '-' && c[p] != '*' && c[p] != '\u2022') || c[p + 1] != ' ') {
            return false;
        }
        one(c, blanks(c, p + 1, to), to);
        return true;
    }

    private boolean readWord(char[] c, int from, int to) {
        if (to - from > LONGEST_NAME + 2) {
            return false;
        }
        one(c, from, to);
        return digits[0] && isWord(c, starts[0], ends[0]);
    }

    /** A comma with a blank behind it parts clauses. */
    private static char firstSeparator(char[] c, int from, int to) {
        int until = Math.min(to, from + LONGEST_NAME + 2);
        int words = 1;
        boolean quoted = false;
        for (int p = from; p < until && words <= MOST_WORDS; p++) {
            char at = c[p];
            if (at == '"') {
                quoted = !quoted;
            } else if (!quoted && at == ' ') {
                words++;
            } else if (!quoted && isSeparator(at)) {
                return at == ',' && p + 1 < to && c[p + 1] == ' ' ? 0 : at;
            }
        }
        return 0;
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ';' || c == '\t' || c == '|';
    }

    /** Reads the cells of a line; whether there are not too many. */
    boolean read(char[] c, int from, int to, char separator) {
        return switch (separator) {
            case ITEMS -> readItem(c, from, to);
            case WORDS -> readWord(c, from, to);
            default -> read(c, from, to, separator, false);
        };
    }

    private boolean read(char[] c, int from, int to, char separator, boolean names) {
        count = 0;
        int p = from;
        int end = to;
        if (separator == '|') {
            p = blanks(c, from, to);
            p += p < to && c[p] == '|' ? 1 : 0;
            end = blanksBefore(c, p, to);
            end -= end > p && c[end - 1] == '|' ? 1 : 0;
        }
        while (p <= end) {
            if (count == MOST) {
                return false;
            }
            p = cell(c, p, names ? Math.min(end, p + LONGEST_NAME + 4) : end, separator) + 1;
            if (names && !isName(c, starts[count], ends[count])) {
                return false;
            }
            count++;
        }
        return true;
    }

    /** Reads one cell and returns where its separator stands. */
    private int cell(char[] c, int from, int to, char separator) {
        int start = from;
        while (start < to && c[start] == ' ') {
            start++;
        }
        boolean quoted = start < to && c[start] == '"';
        boolean digit = false;
        int p = quoted ? ++start : start;
        while (p < to) {
            char at = c[p];
            if (quoted && at == '"') {
                if (p + 1 < to && c[p + 1] == '"') {
                    p++;
                } else {
                    break;
                }
            } else if (!quoted && at == separator) {
                break;
            }
            digit |= isDigit(at);
            p++;
        }
        starts[count] = start;
        ends[count] = quoted ? p : blanksBefore(c, start, p);
        digits[count] = digit;
        while (p < to && c[p] != separator) {
            p++;
        }
        return p;
    }

    /** Whether a cell reads like the name of a column: a few words, no sentence and no value. */
    static boolean isName(char[] c, int start, int end) {
        if (start >= end
                || end - start > LONGEST_NAME
                || (!isLetter(c[start]) && c[start] != '_')) {
            return false;
        }
        int words = 1;
        for (int p = start; p < end; p++) {
            words += c[p] == ' ' ? 1 : 0;
            if (words > MOST_WORDS || NO_NAME.indexOf(c[p]) >= 0) {
                return false;
            }
        }
        return c[end - 1] != '.';
    }

    private static boolean isLetter(char c) {
        return Chars.isLatin(c) || Chars.isOtherLetter(c);
    }

    static boolean isDigit(char c) {
        return c < 0x80 ? Chars.isDigit(c) : Chars.isDigit(Chars.fold(c));
    }

    static int blanks(char[] c, int from, int to) {
        int p = from;
        while (p < to && (c[p] == ' ' || c[p] == '\t')) {
            p++;
        }
        return p;
    }

    /** Where blanks and a carriage return begin that end at a place. */
    static int blanksBefore(char[] c, int from, int to) {
        int p = to;
        while (p > from && (c[p - 1] == ' ' || c[p - 1] == '\r')) {
            p--;
        }
        return p;
    }

    @Override
    public String toString() {
        return "cells[" + count + "]";
    }
}
