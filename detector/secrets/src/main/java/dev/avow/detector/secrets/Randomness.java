package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;

/**
 * Whether characters look as if chance had chosen them.
 *
 * <p>Shannon entropy alone does not tell a key from a long name: both use many letters. What tells
 * them apart is that names are made of words, so that small letters stand in long runs, and that
 * they hold few digits, at their end. The bounds are set by hand: 32 random hexadecimal digits have
 * 3.0 bits or more nearly always, 20 random letters and digits 3.5.
 */
final class Randomness {

    private static final int LONGEST_RUN = 7;
    private static final int WORD_RUN = 5;
    private static final double HEX_BITS = 2.9;
    private static final double BITS = 3.3;

    private Randomness() {}

    /** Shannon entropy in bits per character; 0 for an empty text. */
    static double bits(String chars) {
        int[] counts = new int[128];
        for (int i = 0; i < chars.length(); i++) {
            counts[chars.charAt(i) & 127]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / chars.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    /** How many different characters there are. */
    static int distinct(String chars) {
        int distinct = 0;
        for (int i = 0; i < chars.length(); i++) {
            if (chars.indexOf(chars.charAt(i)) == i) {
                distinct++;
            }
        }
        return distinct;
    }

    /** Whether a body of at least 16 characters may be a key: no word, no name, no path. */
    static boolean looksRandom(String chars) {
        int digits = 0;
        int hex = 0;
        int run = 0;
        int longest = 0;
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            digits += Chars.isDigit(c) ? 1 : 0;
            hex += Alphabet.HEX.has(c) ? 1 : 0;
            upper += c >= 'A' && c <= 'Z' ? 1 : 0;
            lower += c >= 'a' && c <= 'z' ? 1 : 0;
            run = c >= 'a' && c <= 'z' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        if (digits == chars.length() || digits < 2) {
            return false;
        }
        if (hex == chars.length()) {
            return digits < chars.length() && bits(chars) >= HEX_BITS;
        }
        boolean words =
                upper > 0
                        ? longest > LONGEST_RUN || (longest >= WORD_RUN && lower > 3 * upper)
                        : digits * 8 < chars.length();
        return !words && bits(chars) >= BITS;
    }

    /** Whether there are letters as well as digits. */
    static boolean mixed(String chars) {
        boolean digit = false;
        boolean letter = false;
        for (int i = 0; i < chars.length(); i++) {
            digit |= Chars.isDigit(chars.charAt(i));
            letter |= Character.isLetter(chars.charAt(i));
        }
        return digit && letter;
    }
}
