package dev.avow.detector.engine;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds values in JSON that are named by what they are in: the elements of a list, {@code "phones":
 * ["…", "…"]}, and members of an object that say little by themselves, {@code "phone": {"home":
 * "…"}}, and hands them on beside those names ({@link FieldView}).
 *
 * <p>Reads what looks like JSON wherever it stands, also within strings, with quotes escaped. A
 * list or object is read as far as its first list or object. Bounds as in {@link Tables}; each
 * character is read at most once as part of a list or object, and names look back a constant number
 * of characters.
 */
final class JsonFields {

    private static final int MOST_BLANKS = 8;

    /** Members that say too little by themselves. */
    private static final Set<String> VAGUE =
            Set.of(
                    "home",
                    "work",
                    "mobile",
                    "cell",
                    "office",
                    "private",
                    "business",
                    "main",
                    "primary",
                    "secondary",
                    "other",
                    "default",
                    "value",
                    "values",
                    "number",
                    "no",
                    "nr",
                    "num",
                    "text",
                    "raw",
                    "data",
                    "content",
                    "current",
                    "old",
                    "new",
                    "first",
                    "last",
                    "display",
                    "formatted",
                    "id",
                    "code",
                    "key");

    private static final int LONGEST_VAGUE = 10;

    private final String string;
    private final char[] chars;
    private final Consumer<FieldView> reader;
    private final FieldView view = new FieldView();
    private int start;
    private int end;
    private boolean digit;
    private int rows;

    /** Makes one for a text; see {@link Tables}. */
    JsonFields(String string, char[] chars, Consumer<FieldView> reader) {
        this.string = string;
        this.chars = chars;
        this.reader = reader;
    }

    void read() {
        each('[');
        each('{');
    }

    private void each(char bracket) {
        int open = string.indexOf(bracket);
        while (open >= 0 && open < chars.length) {
            int from = open + 1;
            int nameEnd = nameEnd(open);
            if (nameEnd > 0) {
                int nameStart = nameStart(nameEnd);
                if (nameStart >= 0) {
                    from = values(open + 1, nameStart, nameEnd, bracket == '{');
                    flush();
                }
            }
            open = string.indexOf(bracket, from);
        }
    }

    /** Where the name before a bracket ends, without its quote; -1 where there is none. */
    private int nameEnd(int open) {
        int colon = blanksBefore(open) - 1;
        if (colon < 0 || chars[colon] != ':') {
            return -1;
        }
        int quote = blanksBefore(colon) - 1;
        if (quote < 0 || chars[quote] != '"') {
            return -1;
        }
        while (quote > 0 && chars[quote - 1] == '\\') {
            quote--;
        }
        return quote;
    }

    private int nameStart(int nameEnd) {
        int least = Math.max(0, nameEnd - Cells.LONGEST_NAME);
        for (int p = nameEnd; p > least; p--) {
            if (chars[p - 1] == '"') {
                return p;
            }
        }
        return -1;
    }

    private int blanksBefore(int place) {
        int p = place;
        while (p > 0 && place - p < MOST_BLANKS && isBlank(chars[p - 1])) {
            p--;
        }
        return p;
    }

    /** Reads elements, or members with their names, and returns where they have ended. */
    private int values(int from, int outerStart, int outerEnd, boolean named) {
        int p = from;
        while (true) {
            int nameStart = outerStart;
            int nameEnd = outerStart;
            if (named) {
                p = scalar(p);
                nameStart = start;
                nameEnd = end;
                p = blanks(p);
                if (p >= chars.length || chars[p] != ':') {
                    return p;
                }
                p++;
            }
            p = scalar(p);
            int length = end - start;
            if (digit
                    && length >= Tables.SHORTEST
                    && length <= Tables.LONGEST
                    && (!named || isVague(nameStart, nameEnd))) {
                view.add(chars, outerStart, outerEnd, nameStart, nameEnd, start, end);
                if (++rows == Tables.ROWS) {
                    flush();
                }
            }
            p = blanks(p);
            if (p >= chars.length || chars[p] != ',') {
                return p;
            }
            p++;
        }
    }

    private boolean isVague(int nameStart, int nameEnd) {
        int length = nameEnd - nameStart;
        return length <= LONGEST_VAGUE && VAGUE.contains(new String(chars, nameStart, length));
    }

    /** Reads a string, number or word; nothing where a bracket stands. */
    private int scalar(int from) {
        int p = blanks(from);
        int slashes = 0;
        while (p < chars.length && chars[p] == '\\') {
            p++;
            slashes++;
        }
        digit = false;
        start = p;
        if (p < chars.length && chars[p] == '"') {
            return string(p + 1, slashes);
        }
        while (p < chars.length && isBare(chars[p])) {
            digit |= Cells.isDigit(chars[p++]);
        }
        end = p;
        return p;
    }

    /** Up to the next quote that has as many backslashes before it as the first had. */
    private int string(int from, int slashes) {
        start = from;
        int before = 0;
        for (int p = from; p < chars.length; p++) {
            char c = chars[p];
            if (c == '"' && before <= slashes) {
                end = p - before;
                return p + 1;
            }
            before = c == '\\' ? before + 1 : 0;
            digit |= Cells.isDigit(c);
        }
        end = start;
        return chars.length;
    }

    private static boolean isBare(char c) {
        return Chars.isDigit(c) || Chars.isAsciiLetter(c) || c == '-' || c == '+' || c == '.';
    }

    private int blanks(int from) {
        int p = from;
        while (p < chars.length && isBlank(chars[p])) {
            p++;
        }
        return p;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private void flush() {
        rows = 0;
        if (view.size() > 0) {
            reader.accept(view);
            view.clear();
        }
    }

    @Override
    public String toString() {
        return "json fields";
    }
}
