package dev.avow.detector.secrets;

import dev.avow.detector.engine.Text;

/**
 * A piece of a text, folded as {@link Text} reads it, with its place. It lives for one call and
 * prints no content.
 *
 * @param chars what stands there, without what nobody sees
 * @param start first char in the text
 * @param end after its last char; equals the start where nothing stands there
 */
record Stretch(String chars, int start, int end) {

    /** Reads on from a place while the characters are in an alphabet, but at most so many. */
    static Stretch of(Alphabet alphabet, Text text, int start, int most) {
        StringBuilder chars = new StringBuilder();
        int p = start;
        int end = start;
        while (chars.length() < most) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (!alphabet.has(c)) {
                if (c != Text.IGNORABLE || p - start > 2 * most) {
                    break;
                }
                p += Text.size(unit);
                continue;
            }
            p += Text.size(unit);
            chars.append(c);
            end = p;
        }
        return new Stretch(chars.toString(), start, end);
    }

    /** Whether fewer characters of an alphabet stand in a row from a place on; cheaper to ask. */
    static boolean isShorter(Alphabet alphabet, Text text, int start, int length) {
        int p = start;
        for (int count = 0; count < length; count++) {
            int unit = text.at(p);
            if (Text.of(unit) == Text.IGNORABLE) {
                return false;
            }
            if (!alphabet.has(Text.of(unit))) {
                return true;
            }
            p += Text.size(unit);
        }
        return false;
    }

    /** Where the run of an alphabet's characters begins that a place is in, at most so far back. */
    static int start(Alphabet alphabet, Text text, int place, int most) {
        int p = place;
        while (place - p < most) {
            int unit = text.before(p);
            if (!alphabet.has(Text.of(unit)) || Text.size(unit) == 0) {
                break;
            }
            p -= Text.size(unit);
        }
        return p;
    }

    int length() {
        return chars.length();
    }

    /** The same without a sentence's signs at its end. */
    Stretch trimmed(String signs) {
        int cut = 0;
        while (cut < chars.length() && signs.indexOf(chars.charAt(chars.length() - 1 - cut)) >= 0) {
            cut++;
        }
        // Signs that are cut are plain ones, so each is one char of the text.
        return cut == 0
                ? this
                : new Stretch(chars.substring(0, chars.length() - cut), start, end - cut);
    }

    @Override
    public String toString() {
        return "stretch[" + chars.length() + "]";
    }
}
