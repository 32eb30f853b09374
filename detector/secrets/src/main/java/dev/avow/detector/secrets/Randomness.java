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

    /** No word of a language, and few names of programs, have so many consonants in a row. */
    private static final int UNSPEAKABLE = 5;

    private static final int SHORTEST = 16;
    private static final int SHORTEST_TOKEN = 12;
    private static final double TOKEN_BITS = 2.9;
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
        int digits = digits(chars);
        if (digits == chars.length() || digits < 2) {
            return false;
        }
        int hex = 0;
        int run = 0;
        int longest = 0;
        int upper = 0;
        int lower = 0;
        int consonants = 0;
        int mostConsonants = 0;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            hex += Alphabet.HEX.has(c) ? 1 : 0;
            upper += c >= 'A' && c <= 'Z' ? 1 : 0;
            lower += c >= 'a' && c <= 'z' ? 1 : 0;
            run = c >= 'a' && c <= 'z' ? run + 1 : 0;
            longest = Math.max(longest, run);
            boolean consonant = run > 0 && "aeiouy".indexOf(c) < 0;
            consonants = consonant ? consonants + 1 : 0;
            mostConsonants = Math.max(mostConsonants, consonants);
        }
        if (hex == chars.length()) {
            return digits < chars.length() && bits(chars) >= HEX_BITS;
        }
        boolean words =
                upper > 0
                        ? longest > LONGEST_RUN || (longest >= WORD_RUN && lower > 3 * upper)
                        : digits * 8 < chars.length() && mostConsonants < UNSPEAKABLE;
        return !words && bits(chars) >= BITS;
    }

    private static int digits(String chars) {
        int digits = 0;
        for (int i = 0; i < chars.length(); i++) {
            digits += Chars.isDigit(chars.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /**
     * Whether what is given to a name that asks for a secret may be a key: as {@link #looksRandom},
     * or letters that no words are made of, or with digits here and there, or a UUID. From 12
     * characters on.
     */
    static boolean isToken(String chars) {
        if (chars.length() < SHORTEST_TOKEN) {
            return false;
        }
        return (chars.length() >= SHORTEST && looksRandom(chars))
                || isUuid(chars)
                || isUnspeakable(chars);
    }

    /** Whether letters follow each other, or digits stand among them, as in no words. */
    private static boolean isUnspeakable(String chars) {
        int among = 0;
        for (int i = 1; i < chars.length() - 1; i++) {
            boolean begins = Chars.isDigit(chars.charAt(i)) && isLetter(chars.charAt(i - 1));
            int p = i;
            while (begins && p < chars.length() - 1 && Chars.isDigit(chars.charAt(p))) {
                p++;
            }
            among += begins && isLetter(chars.charAt(p)) ? 1 : 0;
        }
        int score = LetterPairs.rare(chars) + Math.max(0, among - 1);
        return score > 1 && score * 7 >= chars.length() && bits(chars) >= TOKEN_BITS;
    }

    private static boolean isLetter(char c) {
        return Chars.isAsciiLetter(c);
    }

    /** Whether it is a UUID in its usual form, and not one of a few different digits. */
    static boolean isUuid(String chars) {
        if (chars.length() != 36) {
            return false;
        }
        for (int i = 0; i < chars.length(); i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? chars.charAt(i) != '-' : !Alphabet.HEX.has(chars.charAt(i))) {
                return false;
            }
        }
        return distinct(chars) > 6;
    }

    /** Letters of both cases and two digits or more, and nothing else. */
    static boolean isDense(String chars) {
        int digits = 0;
        boolean upper = false;
        boolean lower = false;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (!Chars.isAsciiLetter(c) && !Chars.isDigit(c)) {
                return false;
            }
            digits += Chars.isDigit(c) ? 1 : 0;
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a';
        }
        return upper && lower && digits > 1;
    }

    /** Whether capitals and small letters change so often that no words can be among them. */
    static boolean isShuffled(String chars) {
        int changes = 0;
        int run = 0;
        int longest = 0;
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (!Chars.isAsciiLetter(c)) {
                return false;
            }
            boolean same = i > 0 && (c & 0x20) == (chars.charAt(i - 1) & 0x20);
            run = same ? run + 1 : 1;
            longest = Math.max(longest, run);
            changes += same ? 0 : 1;
        }
        return chars.length() >= 20
                && changes * 3 >= chars.length()
                && longest < 9
                && bits(chars) >= BITS + 0.5;
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
