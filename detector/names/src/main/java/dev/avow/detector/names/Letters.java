package dev.avow.detector.names;

import java.text.Normalizer;

/**
 * What single characters mean to the finding of names, looked up in tables.
 *
 * <p>Folding writes a letter in lower case and without marks, so that {@code JOSÉ}, {@code José}
 * and {@code jose} are one word to the model. Source of the decompositions: Unicode, form NFD.
 */
final class Letters {

    static final byte OTHER = 0;
    static final byte SPACE = 1;
    static final byte NEWLINE = 2;
    static final byte LOWER = 3;
    static final byte UPPER = 4;

    /** A letter of a script without cases, such as Arabic. */
    static final byte UNCASED = 5;

    /** Belongs to the word around it and is not looked at: combining marks, soft hyphens. */
    static final byte MARK = 6;

    static final byte DIGIT = 7;

    /** Han, Kana or Hangul: written without spaces, and found by lists. */
    static final byte EAST_ASIAN = 8;

    private static final byte[] KINDS = new byte[1 << 16];
    private static final char[] FOLDED = new char[1 << 16];

    static {
        for (int c = 0; c < 1 << 16; c++) {
            KINDS[c] = kindOf((char) c);
            FOLDED[c] = folded((char) c);
        }
    }

    private Letters() {}

    /** One of the constants of this class. */
    static byte kind(char c) {
        return KINDS[c];
    }

    /** Whether a character belongs to a word. */
    static boolean isWord(char c) {
        byte kind = KINDS[c];
        return kind >= LOWER && kind <= DIGIT;
    }

    /** Lower case without marks; itself where it is no letter. */
    static char fold(char c) {
        return FOLDED[c];
    }

    private static byte kindOf(char c) {
        if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
            return NEWLINE;
        }
        if (c == '\\' || c <= ' ' || Character.isSpaceChar(c) || c == 0xFEFF) {
            return SPACE;
        }
        if (isEastAsian(c)) {
            return EAST_ASIAN;
        }
        return switch (Character.getType(c)) {
            case Character.LOWERCASE_LETTER -> LOWER;
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> UPPER;
            case Character.OTHER_LETTER, Character.MODIFIER_LETTER -> UNCASED;
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT ->
                    MARK;
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            default -> OTHER;
        };
    }

    private static boolean isEastAsian(char c) {
        return (c >= 0x3041 && c <= 0x30FF && c != 0x30FB)
                || (c >= 0x3400 && c <= 0x9FFF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || c == 0x3005;
    }

    private static char folded(char c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return Character.toLowerCase((char) (c - 0xFEE0));
        }
        if (c >= 0xD800 && c <= 0xDFFF) {
            return c;
        }
        char lower = Character.toLowerCase(c);
        return switch (lower) {
            case 'ø' -> 'o';
            case 'ł' -> 'l';
            case 'đ', 'ð' -> 'd';
            case 'ı' -> 'i';
            case 'ß' -> 's';
            case 'æ' -> 'a';
            case 'œ' -> 'o';
            case 'ς' -> 'σ';
            case 0x2019, 0x2018, 0x02BC -> '\'';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014 -> '-';
            case 0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB -> '"';
            default ->
                    lower < 0x80 || isEastAsian(lower) || Character.getType(lower) > 5
                            ? lower
                            : Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD)
                                    .charAt(0);
        };
    }
}
