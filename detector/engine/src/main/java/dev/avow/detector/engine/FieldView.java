package dev.avow.detector.engine;

import java.util.Arrays;

/**
 * Values written behind their names, one a line, where the text itself has the two far apart. It is
 * scanned in their stead, and what is found in a value is put back to where the value stands.
 *
 * <p>For one thread, used again and again within one scan; prints no content.
 */
final class FieldView {

    /** What parts fields of different names: further than words are looked for. */
    private static final int GAP = ContextWords.BEFORE + 1;

    private char[] chars = new char[1024];
    private int size;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int[] origins = new int[32];
    private int fields;

    /** Adds a field: a name's place in a text and a value's. */
    void add(char[] text, int nameStart, int nameEnd, int start, int end) {
        add(text, nameStart, nameStart, nameStart, nameEnd, start, end);
    }

    /** The same with a name of what the field is in, empty where there is none. */
    void add(
            char[] text,
            int outerStart,
            int outerEnd,
            int nameStart,
            int nameEnd,
            int start,
            int end) {
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fields);
            ends = Arrays.copyOf(ends, 2 * fields);
            origins = Arrays.copyOf(origins, 2 * fields);
        }
        copy(text, outerStart, outerEnd);
        append(' ');
        copy(text, nameStart, nameEnd);
        append(':');
        append(' ');
        starts[fields] = size;
        copy(text, start, end);
        ends[fields] = size;
        origins[fields] = start;
        fields++;
        append('\n');
    }

    /** Parts what was added from what will be, so that neither's words reach the other's values. */
    void gap() {
        for (int i = 0; i < GAP && size > 0; i++) {
            append('\n');
        }
    }

    private void copy(char[] text, int start, int end) {
        ensure(end - start);
        System.arraycopy(text, start, chars, size, end - start);
        size += end - start;
    }

    private void append(char c) {
        ensure(1);
        chars[size++] = c;
    }

    private void ensure(int more) {
        if (size + more > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, size + more));
        }
    }

    /** How many chars there are. */
    int size() {
        return size;
    }

    /** What is to be scanned; a copy. */
    char[] chars() {
        return Arrays.copyOf(chars, size);
    }

    /** Where in the text a stretch of this begins, or -1 where it is not all of one value. */
    int origin(int start, int end) {
        int at = Arrays.binarySearch(starts, 0, fields, start);
        int field = at >= 0 ? at : -at - 2;
        return field >= 0 && end <= ends[field] ? origins[field] + start - starts[field] : -1;
    }

    void clear() {
        size = 0;
        fields = 0;
    }

    @Override
    public String toString() {
        return "fields[" + fields + "]";
    }
}
