package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;

/** The characters that the body of a key is made of. */
enum Alphabet {
    /** Hexadecimal digits in either case. */
    HEX(""),
    /** Letters and digits. */
    BASE62(""),
    /** RFC 4648, section 4, with its padding. */
    BASE64("+/="),
    /** RFC 4648, section 5. */
    URL("-_"),
    /** The same with dots between parts. */
    DOTTED("-_."),
    /** What bearer tokens are made of (RFC 6750, section 2.1), and tildes, which Azure uses. */
    BEARER("-_.~+/="),
    /** What secrets of programs are made of besides. */
    SIGNED("-_.~+/=!$%^*#@:|&?");

    /** Written while it is made and never again. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final boolean[] ascii = new boolean[128];

    Alphabet(String signs) {
        for (char c = 0; c < ascii.length; c++) {
            boolean letter = Chars.isAsciiLetter(c) && (!name().equals("HEX") || (c | 0x20) <= 'f');
            ascii[c] = Chars.isDigit(c) || letter || signs.indexOf(c) >= 0;
        }
    }

    /** Whether a folded character is one of these. */
    boolean has(char c) {
        return c < 128 && ascii[c];
    }
}
