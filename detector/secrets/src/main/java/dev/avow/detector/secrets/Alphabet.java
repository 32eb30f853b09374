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
    BEARER("-_.~+/=");

    private final String signs;

    Alphabet(String signs) {
        this.signs = signs;
    }

    /** Whether a folded character is one of these. */
    boolean has(char c) {
        if (Chars.isDigit(c)) {
            return true;
        }
        if (Chars.isAsciiLetter(c)) {
            return c < 0x80 && (this != HEX || (c | 0x20) <= 'f');
        }
        return signs.indexOf(c) >= 0;
    }
}
