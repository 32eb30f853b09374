package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;

/**
 * Whether somebody made a key up on a keyboard: it goes through the alphabet, or holds one letter
 * down. Chance does neither: of keys of 100 letters and digits, fewer than one in ten million holds
 * eight letters in the alphabet's order, or seven times the same letter. The letter A is held down
 * in base64 of zeros, which is in many real keys, and digits are in the numbers that some begin
 * with.
 */
final class Typed {

    private static final int LETTERS_IN_ORDER = 8;
    private static final int SAME = 7;

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
        return false;
    }
}
