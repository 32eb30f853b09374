package dev.avow.detector.patterns;

/** Hexadecimal digits. */
final class Hex {

    private Hex() {}

    /** Whether a folded character is one, in either case. */
    static boolean is(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
