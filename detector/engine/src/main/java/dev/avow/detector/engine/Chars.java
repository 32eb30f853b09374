package dev.avow.detector.engine;

/**
 * What single characters mean to the detector.
 *
 * <p>Folding maps the many ways to write one character to one: full-width forms to ASCII (Unicode
 * block FF00), the decimal digits of living scripts to ASCII digits, every blank to a space, every
 * hyphen to {@code -}, and what is invisible, or only lies over a character, to {@link
 * Text#IGNORABLE}. So are control characters that part nothing: a text in UTF-16 that is read as
 * UTF-8 has a zero before each of its letters.
 */
public final class Chars {

    private static final String LATIN_1_PLAIN =
            "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy";

    /** U+0100 to U+017F; a star for ligatures, which have no letter of their own. */
    private static final String LATIN_A_PLAIN =
            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
                    + "lllnnnnnn*nnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /** Where the digits of a script begin (Unicode's category Nd); ten follow each other. */
    private static final String ZEROS =
            "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50"
                    + "\u0ed0\u0f20\u1040\u17e0\u1810";

    private Chars() {}

    /** The plain form of a character; itself where it has no other. */
    public static char fold(char c) {
        return c >= ' ' && c < 0x7F ? c : foldOther(c);
    }

    private static char foldOther(char c) {
        if (c < 0x80) {
            // Tabs and line ends, and the four that part fields, stay.
            return c < '\t' || (c > '\r' && c < 0x1C) || c == 0x7F ? Text.IGNORABLE : c;
        }
        if (c < 0x2000) {
            return foldLow(c);
        }
        if (c < 0x2070) {
            return foldPunctuation(c);
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case 0x2212, 0xFE63 -> '-';
            case 0x2800, 0x3000 -> ' ';
            case 0xFE6B -> '@';
            case 0xFE52 -> '.';
            case 0xFE62 -> '+';
            // The frame of a key on an emoji's keypad, and fillers
            case 0x20E3, 0x3164, 0xFEFF, 0xFFA0 -> Text.IGNORABLE;
            // The two noncharacters stand for something else in a unit.
            case 0xFFFE, 0xFFFF -> 0xFFFD;
            default -> c >= 0xFE00 && c <= 0xFE0F ? Text.IGNORABLE : c;
        };
    }

    private static char foldLow(char c) {
        if (c >= 0x660) {
            for (int i = 0; i < ZEROS.length(); i++) {
                int digit = c - ZEROS.charAt(i);
                if (digit >= 0 && digit <= 9) {
                    return (char) ('0' + digit);
                }
            }
        }
        return switch (c) {
            case 0xA0, 0x1680 -> ' ';
            case 0xAD, 0x34F, 0x115F, 0x1160, 0x180B, 0x180C, 0x180D, 0x180E -> Text.IGNORABLE;
            // Strokes through a character
            case 0x334, 0x335, 0x336, 0x337, 0x338 -> Text.IGNORABLE;
            default -> c;
        };
    }

    private static char foldPunctuation(char c) {
        if (c <= 0x200A || c == 0x202F || c == 0x205F) {
            return ' ';
        }
        if (c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060) {
            return Text.IGNORABLE;
        }
        return c <= 0x2015 ? '-' : c;
    }

    /**
     * Whether a character, folded or not, makes the pass stop: it folds to a digit or an at, may
     * begin one, or may open a bracket around one that is spelled.
     */
    static boolean triggers(char c) {
        if (c < 0x660) {
            return isDigit(c) || c == '@' || c == '&' || SpelledSigns.opens(c);
        }
        char folded = foldOther(c);
        return isDigit(folded) || folded == '@';
    }

    /** Whether a folded character is a decimal digit. */
    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a folded character is one of the 26 Latin letters, in either case. */
    public static boolean isAsciiLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    /** Whether a folded character is a letter of the Latin script, with or without accents. */
    public static boolean isLatin(char c) {
        return c < 0x80
                ? isAsciiLetter(c)
                : (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) && Character.isLetter(c);
    }

    /**
     * Whether a character is a letter in upper case (Unicode's category Lu). Unlike {@link
     * Character#isUpperCase} it says the same in JavaScript, where the properties {@code
     * Other_Uppercase} and {@code Other_Lowercase} are not known.
     */
    public static boolean isUpper(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.getType(c) == Character.UPPERCASE_LETTER;
    }

    /**
     * Whether a character is a letter in lower case (Unicode's category Ll); see {@link #isUpper}.
     */
    public static boolean isLower(char c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' : Character.getType(c) == Character.LOWERCASE_LETTER;
    }

    /** Whether a folded character is a letter or a mark of another script than Latin. */
    public static boolean isOtherLetter(char c) {
        if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) {
            return false;
        }
        int kind = Character.getType(c);
        return Character.isLetter(c)
                || kind == Character.NON_SPACING_MARK
                || kind == Character.COMBINING_SPACING_MARK;
    }

    /**
     * Lower case without accents for the Latin letters of Europe (up to U+017F, and the Romanian
     * ones with a comma); lower case for Greek and Cyrillic; anything else unchanged.
     */
    public static char plain(char c) {
        if (c < 0xC0) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        if (c <= 0xFF) {
            return LATIN_1_PLAIN.charAt(c - 0xC0);
        }
        if (c < 0x180) {
            char plain = LATIN_A_PLAIN.charAt(c - 0x100);
            return plain == '*' ? c : plain;
        }
        return switch (c) {
            case 0x218, 0x219 -> 's';
            case 0x21A, 0x21B -> 't';
            case 0x386, 0x3AC -> '\u03b1';
            case 0x388, 0x3AD -> '\u03b5';
            case 0x389, 0x3AE -> '\u03b7';
            case 0x38A, 0x3AF -> '\u03b9';
            case 0x38C, 0x3CC -> '\u03bf';
            case 0x38E, 0x3CD -> '\u03c5';
            case 0x38F, 0x3CE -> '\u03c9';
            default -> c >= 0x370 && c < 0x530 ? Character.toLowerCase(c) : c;
        };
    }

    /** A word without its accents: how words are compared. */
    static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            plain.append(plain(word.charAt(i)));
        }
        return plain.toString();
    }

    /** The value of a hexadecimal digit, or -1. */
    public static int hex(char c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' && c < 0x80 ? lower - 'a' + 10 : -1;
    }
}
