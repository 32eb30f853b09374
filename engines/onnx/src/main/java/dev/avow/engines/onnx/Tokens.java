package dev.avow.engines.onnx;

import java.util.Arrays;

/**
 * Tokens in the order of a text. For one thread.
 *
 * <p>Places are in the text, in UTF-16 code units; a token that begins a word says so.
 */
final class Tokens {

    int[] id = new int[256];
    int[] start = new int[256];
    int[] end = new int[256];
    boolean[] beginsWord = new boolean[256];
    private int size;

    int size() {
        return size;
    }

    void add(int token, int from, int to, boolean first) {
        if (size == id.length) {
            int more = size * 2;
            id = Arrays.copyOf(id, more);
            start = Arrays.copyOf(start, more);
            end = Arrays.copyOf(end, more);
            beginsWord = Arrays.copyOf(beginsWord, more);
        }
        id[size] = token;
        start[size] = from;
        end[size] = to;
        beginsWord[size++] = first;
    }

    /** Forgets the last tokens, so that so many are left. */
    void truncate(int left) {
        size = left;
    }

    /** Forgets the first tokens. */
    void drop(int count) {
        size -= count;
        System.arraycopy(id, count, id, 0, size);
        System.arraycopy(start, count, start, 0, size);
        System.arraycopy(end, count, end, 0, size);
        System.arraycopy(beginsWord, count, beginsWord, 0, size);
    }
}
