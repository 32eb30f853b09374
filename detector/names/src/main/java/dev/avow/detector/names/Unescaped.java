package dev.avow.detector.names;

/**
 * A text in which letters written as JSON escapes (a backslash, {@code u} and four hexadecimal
 * digits) are letters, with the place of each character in the text as it came (RFC 8259, section
 * 7).
 */
final class Unescaped {

    private final char[] chars;
    private final int length;

    /** Empty where nothing was escaped. */
    private final int[] places;

    private Unescaped(char[] chars, int length, int[] places) {
        this.chars = chars;
        this.length = length;
        this.places = places;
    }

    /** Takes the first {@code length} characters of a text. */
    static Unescaped of(CharSequence text, int length) {
        char[] chars = new char[length];
        text.toString().getChars(0, length, chars, 0);
        int first = next(chars, 0, length);
        return first < 0 ? new Unescaped(chars, length, new int[0]) : decode(chars, length);
    }

    private static Unescaped decode(char[] chars, int length) {
        int[] places = new int[length + 1];
        int out = 0;
        int at = 0;
        while (at < length) {
            places[out] = at;
            int value = escaped(chars, at, length);
            if (value >= 0) {
                chars[out++] = (char) value;
                at += 6;
            } else {
                chars[out++] = chars[at++];
            }
        }
        places[out] = length;
        return new Unescaped(chars, out, places);
    }

    private static int next(char[] chars, int from, int length) {
        for (int i = from; i < length; i++) {
            if (chars[i] == '\\' && escaped(chars, i, length) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int escaped(char[] chars, int at, int length) {
        if (chars[at] != '\\' || at + 6 > length || chars[at + 1] != 'u') {
            return -1;
        }
        int value = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(chars[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** Where a character stands in the text as it came. */
    int at(int index) {
        return places.length == 0 ? index : places[index];
    }

    /** Where what ends before a character ends in the text as it came. */
    int end(int index) {
        return places.length == 0 ? index : places[index];
    }
}
