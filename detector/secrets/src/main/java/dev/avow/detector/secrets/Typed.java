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

    private static final int SHORTEST = 8;

    /** The longest piece that is looked for again. */
    private static final int LONGEST = 40;

    private static final int NONE = 9;

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
     * go up, go down or stay, such as {@code 1234567890abcdef}, also where two such take turns, as
     * in {@code a1b2c3d4}. A UUID so typed does not count: it is what people write where they need
     * one, and use.
     */
    private static boolean isOfPieces(String chars) {
        int length = chars.length();
        boolean[] typed = new boolean[length];
        int all = 0;
        int covered = 0;
        for (int i = 0; i < length; i++) {
            for (int by = 1; by < PIECE; by++) {
                if (i >= 2 * by) {
                    int step = step(chars, i - by, i);
                    if (step < NONE && step == step(chars, i - 2 * by, i - by)) {
                        typed[i] = true;
                        typed[i - by] = true;
                        typed[i - 2 * by] = true;
                    }
                }
            }
        }
        for (int i = 0; i < length; i++) {
            char c = chars.charAt(i);
            all += Alphabet.BASE62.has(c) ? 1 : 0;
            covered += typed[i] ? 1 : 0;
        }
        return all >= SHORTEST && covered * 10 >= all * 7 && !Randomness.isUuid(chars);
    }

    /** By how much a letter or digit follows another, -1 to 1; a zero follows the nine. */
    private static int step(String chars, int from, int to) {
        int before = chars.charAt(from);
        int c = chars.charAt(to);
        if (!Alphabet.BASE62.has((char) before) || !Alphabet.BASE62.has((char) c) || c == 'A') {
            return NONE;
        }
        int by = (c | 0x20) - (before | 0x20);
        by = by == '0' - '9' ? 1 : by == '9' - '0' ? -1 : by;
        return by >= -1 && by <= 1 ? by : NONE;
    }

    /** Whether a piece of at most half is said again to the end. */
    private static boolean isRepeated(String chars) {
        int length = chars.length();
        for (int piece = 1; length >= SHORTEST && piece <= Math.min(length / 2, LONGEST); piece++) {
            if (chars.charAt(0) == chars.charAt(piece)
                    && chars.startsWith(chars.substring(piece))) {
                return true;
            }
        }
        return false;
    }
}
