package dev.avow.detector.engine;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds values whose names stand at the head of a column or list, further off than context words
 * reach, and hands them on beside their names ({@link FieldView}).
 *
 * <p>It knows lines of cells under a line of names (CSV with commas, semicolons, tabs or bars, and
 * Markdown tables), single values under one word, and items under a name with a colon. A table ends
 * at the first line that has not as many cells as names.
 *
 * <p>Bounds: {@link Cells#MOST} columns, names of at most {@link Cells#LONGEST_NAME} characters,
 * values of {@value #SHORTEST} to {@value #LONGEST} that hold a digit. Each line is read at most
 * twice, once as a row that it is not and once as names; what is handed on has for each value its
 * name once more, at most {@value #ROWS} rows at a time. So time and memory stay linear.
 */
final class Tables {

    static final int SHORTEST = 4;
    static final int LONGEST = 256;
    static final int ROWS = 128;
    private static final int LONGEST_PREFIX = 12;
    private static final int MOST_SIGNS = 3;

    private final String string;
    private final char[] chars;
    private final Consumer<FieldView> reader;
    private final FieldView view = new FieldView();
    private final Cells names = new Cells();
    private final Cells row = new Cells();
    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private int rows;

    /**
     * Makes one for a text.
     *
     * @param string begins with the characters
     * @param reader takes the fields; the view is valid only during the call
     */
    Tables(String string, char[] chars, Consumer<FieldView> reader) {
        this.string = string;
        this.chars = chars;
        this.reader = reader;
    }

    /** Whether a number, or the word that it ends, stands where a cell or an item begins. */
    static boolean mayBegin(char[] chars, int start) {
        int word = start;
        while (word > 0 && start - word < LONGEST_PREFIX && Chars.isAsciiLetter(chars[word - 1])) {
            word--;
        }
        int p = word;
        while (p > 0 && word - p < MOST_SIGNS && " +(\"".indexOf(chars[p - 1]) >= 0) {
            p--;
        }
        if (p == 0) {
            return false;
        }
        char c = chars[p - 1];
        return c == ',' ? chars[p] != ' ' : "\n\t;|-".indexOf(c) >= 0;
    }

    void read() {
        int line = 0;
        int end = lineEnd(line);
        while (end < chars.length) {
            int from = end + 1;
            int next = from;
            char separator = names.readNames(chars, line, end);
            if (separator != 0) {
                next = table(from, separator);
            }
            line = next;
            end = lineEnd(line);
        }
    }

    private int lineEnd(int from) {
        int end = string.indexOf('\n', from);
        return end < 0 || end > chars.length ? chars.length : end;
    }

    /** Reads the rows from a place on and returns where they have ended. */
    private int table(int from, char separator) {
        int line = from;
        while (line < chars.length) {
            int end = lineEnd(line);
            if (separator != '|' || line != from || !isRule(line, end)) {
                if (!row.read(chars, line, end, separator) || row.count() != names.count()) {
                    break;
                }
                keep();
            }
            line = Math.min(chars.length, end + 1);
        }
        flush();
        return line;
    }

    /** The line of dashes below the names of a Markdown table. */
    private boolean isRule(int from, int to) {
        for (int p = from; p < to; p++) {
            char c = chars[p];
            if (c != '-' && c != '|' && c != ':' && c != ' ' && c != '\r' && c != '+') {
                return false;
            }
        }
        return true;
    }

    private void keep() {
        int columns = names.count();
        int first = rows * columns;
        if (first + columns > starts.length) {
            int more = Math.max(first + columns, 2 * starts.length);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
        }
        for (int cell = 0; cell < columns; cell++) {
            int length = row.end(cell) - row.start(cell);
            boolean looked = row.hasDigit(cell) && length >= SHORTEST && length <= LONGEST;
            starts[first + cell] = row.start(cell);
            ends[first + cell] = looked ? row.end(cell) : row.start(cell);
        }
        if (++rows == ROWS) {
            flush();
        }
    }

    private void flush() {
        int columns = names.count();
        for (int column = 0; column < columns; column++) {
            int before = view.size();
            for (int each = column; each < rows * columns; each += columns) {
                if (starts[each] < ends[each]) {
                    view.add(
                            chars,
                            names.start(column),
                            names.end(column),
                            starts[each],
                            ends[each]);
                }
            }
            if (view.size() > before) {
                view.gap();
            }
        }
        rows = 0;
        if (view.size() > 0) {
            reader.accept(view);
            view.clear();
        }
    }

    @Override
    public String toString() {
        return "tables";
    }
}
