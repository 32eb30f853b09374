package dev.avow.custom;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;

/** How characters are compared where case does not count. */
final class Folded {

    private Folded() {}

    /** Without case; full-width forms and kinds of blanks are one. Other characters stay. */
    static char of(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c <= ' ' ? ' ' : c;
        }
        char folded = Chars.fold(c);
        return folded == Text.IGNORABLE
                ? folded
                : Character.isWhitespace(folded) || Character.isSpaceChar(folded)
                        ? ' '
                        : Character.toLowerCase(Character.toUpperCase(folded));
    }

    /** A text without case, each run of blanks as one, none at its ends. */
    static String of(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = of(text.charAt(i));
            boolean second = c == ' ' && (folded.isEmpty() || last(folded) == ' ');
            if (c != Text.IGNORABLE && !second) {
                folded.append(c);
            }
        }
        if (!folded.isEmpty() && last(folded) == ' ') {
            folded.setLength(folded.length() - 1);
        }
        return folded.toString();
    }

    private static char last(StringBuilder text) {
        return text.charAt(text.length() - 1);
    }

    /**
     * Whether a character belongs to a word of a script that parts its words; Chinese, Japanese,
     * Thai and their like do not.
     */
    static boolean isWord(char c) {
        if (c < 0x80) {
            return c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        }
        return Character.isLetterOrDigit(c) && !isUnparted(c);
    }

    private static boolean isUnparted(char c) {
        return (c >= 0x0E00 && c < 0x0F00)
                || (c >= 0x1000 && c < 0x10A0)
                || (c >= 0x1780 && c < 0x1800)
                || (c >= 0x3040 && c < 0x3100)
                || Character.isIdeographic(c);
    }
}
