package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;

/**
 * Whether somebody made a key up on a keyboard: it goes through the alphabet, or holds one letter
 * down, or is put together of such pieces, or says one piece again and again. Chance does none of
 * this: of keys of 100 letters and digits, fewer than one in ten million holds eight letters in the
 * alphabet's order, or seven times the same letter. The letter A is held down in base64 of zeros,
 * which is in many real keys, and digits are in the numbers that some begin with.
 */
final class Typed {

    private static final int LETTERS_IN_ORDER = 8;
    private static final int SAME = 7;

    /** Three characters follow each other by chance once in a key or so, but not all of them. */
    private static final int PIECE = 3;

    private static final int SHORTEST_REPEATED = 8;
    private static final int LONGEST_REPEATED = 40;
    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    private Typed() {}

    /** Whether a value, of any length, was typed. */
    static boolean is(String chars) {
        int inOrder = 1;
        int same = 1;
        for (int i = 1; i < chars.length(); i++) {
            char before = chars.charAt(i - 1);
            char c = chars.charAt(i);
            boolean letters = Chars.isAsciiLetter(before) && Chars.isAsciiLetter(c);
            inOrder = letters && (c | 0x20) == (before | 0x20) + 1 ? inOrder + 1 : 1;
            same = c == before && c != 'A' && Chars.isAsciiLetter(c) ? same + 1 : 1;
            if (inOrder >= LETTERS_IN_ORDER || same >= SAME) {
                return true;
            }
        }
        return isOfPieces(chars) || isRepeated(chars);
    }

    /**
     * Whether seven tenths or more of the letters and digits stand in pieces of three or more that
     * go up, go down, stay or follow a row of the keyboard, such as {@code 1234567890abcdef}, also
     * where two such take turns, as in {@code a1b2c3d4}. A UUID so typed does not count: it is what
     * people write where they need one, and use.
     */
    private static boolean isOfPieces(String chars) {
        if (Randomness.isUuid(chars)) {
            return false;
        }
        boolean[] typed = new boolean[chars.length()];
        mark(chars, 1, typed);
        mark(chars, 2, typed);
        int all = 0;
        int covered = 0;
        for (int i = 0; i < typed.length; i++) {
            if (Chars.isAsciiLetter(chars.charAt(i)) || Chars.isDigit(chars.charAt(i))) {
                all++;
                covered += typed[i] ? 1 : 0;
            }
        }
        return all >= SHORTEST_REPEATED && covered * 10 >= all * 7;
    }

    private static void mark(String chars, int stride, boolean[] typed) {
        for (int first = 0; first < stride; first++) {
            int start = first;
            int step = 0;
            for (int i = first + stride; ; i += stride) {
                int next = i < chars.length() ? step(chars.charAt(i - stride), chars.charAt(i)) : 0;
                if (next == 0 || (step != 0 && next != step)) {
                    int pieces = (i - start) / stride;
                    for (int p = start; pieces >= PIECE && p < i; p += stride) {
                        typed[p] = true;
                    }
                    // What ends one piece may be the first of the next: 1234321.
                    start = next == 0 ? i : i - stride;
                }
                step = next;
                if (i >= chars.length()) {
                    break;
                }
            }
        }
    }

    /** 1 up, 2 down, 3 the same, 4 along a row, 5 back; 0 for what nobody types so. */
    private static int step(char before, char c) {
        if (Chars.isDigit(before) && Chars.isDigit(c)) {
            int by = (c - before + 10) % 10;
            return by == 1 ? 1 : by == 9 ? 2 : by == 0 ? 3 : 0;
        }
        if (!Chars.isAsciiLetter(before) || !Chars.isAsciiLetter(c)) {
            return 0;
        }
        int by = (c | 0x20) - (before | 0x20);
        if (by >= -1 && by <= 1) {
            return by == 1 ? 1 : by == -1 ? 2 : c == 'A' ? 0 : 3;
        }
        for (String row : ROWS) {
            int at = row.indexOf(before | 0x20);
            if (at >= 0 && at + 1 < row.length() && row.charAt(at + 1) == (c | 0x20)) {
                return 4;
            }
            if (at > 0 && row.charAt(at - 1) == (c | 0x20)) {
                return 5;
            }
        }
        return 0;
    }

    /** Whether a piece of at most half is said again to the end. */
    private static boolean isRepeated(String chars) {
        int length = chars.length();
        for (int piece = 1;
                length >= SHORTEST_REPEATED && piece <= Math.min(length / 2, LONGEST_REPEATED);
                piece++) {
            if (chars.regionMatches(piece, chars, 0, length - piece)) {
                return true;
            }
        }
        return false;
    }
}
