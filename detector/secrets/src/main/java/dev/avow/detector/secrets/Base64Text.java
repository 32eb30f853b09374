package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;

/** What base64 stands for, as far as the detector asks. */
final class Base64Text {

    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int FEWEST_DIGITS = 16;

    private Base64Text() {}

    /** Decodes base64 or base64url; what stands behind a foreign character is left out. */
    static String decode(String coded) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (int i = 0; i < coded.length(); i++) {
            int value = value(coded.charAt(i));
            if (value < 0) {
                break;
            }
            bits = bits << 6 | value;
            held += 6;
            if (held >= 8) {
                held -= 8;
                text.append((char) (bits >> held & 0xFF));
            }
        }
        return text.toString();
    }

    /** Whether it stands for a long number in decimal digits. */
    static boolean isDigits(String coded) {
        String text = decode(coded);
        return text.length() >= FEWEST_DIGITS
                && text.chars().allMatch(c -> Chars.isDigit((char) c));
    }

    /**
     * Whether it stands for a name and a password: printable characters with a colon among them.
     */
    static boolean isCredentials(String coded) {
        String text = decode(coded);
        int colon = text.indexOf(':');
        return colon >= 0
                && text.length() - colon > 1
                && text.chars().allMatch(c -> c >= 0x20 && c != 0x7F);
    }

    private static int value(char c) {
        return switch (c) {
            case '+', '-' -> 62;
            case '/', '_' -> 63;
            default -> c < 128 ? DIGITS.indexOf(c) : -1;
        };
    }
}
