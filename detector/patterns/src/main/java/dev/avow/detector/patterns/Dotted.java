package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;

/** Four decimal numbers of 0 to 255 parted by dots. */
final class Dotted {

    private static final int[] NONE = {};

    private Dotted() {}

    /**
     * Reads them; the cursor stands after the last digit.
     *
     * @return four numbers, or none where something else stands there
     */
    static int[] read(Cursor cursor) {
        int[] parts = new int[4];
        for (int i = 0; i < 4; i++) {
            if (i > 0 && !cursor.eat('.')) {
                return NONE;
            }
            boolean zero = cursor.peek() == '0';
            int size = 0;
            while (Chars.isDigit(cursor.peek()) && size < 4) {
                parts[i] = parts[i] * 10 + cursor.next() - '0';
                size++;
            }
            if (size == 0 || parts[i] > 255 || (zero && size == 2)) {
                return NONE;
            }
        }
        return parts;
    }
}
