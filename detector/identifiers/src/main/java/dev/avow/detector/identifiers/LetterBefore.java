package dev.avow.detector.identifiers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Shape;

/** A letter that says what the digits after it are, as Venezuelan numbers have. */
final class LetterBefore {

    private LetterBefore() {}

    /**
     * Where the letter stands, right before digits or parted from them by a dash or blank.
     *
     * @param letters that count, in upper case
     * @return -1 where none of them stands there, or where it ends a word
     */
    static int place(Text text, int digits, String letters) {
        int p = digits;
        int unit = text.before(p);
        if (Text.of(unit) == '-' || Text.of(unit) == ' ') {
            p -= Text.size(unit);
            unit = text.before(p);
        }
        char c = Text.of(unit);
        if (!Chars.isAsciiLetter(c) || letters.indexOf(c & ~0x20) < 0) {
            return -1;
        }
        p -= Text.size(unit);
        return Shape.freeBefore(text, p) ? p : -1;
    }

    /** The letter there, in upper case. */
    static char letter(Text text, int place) {
        return (char) (Text.of(text.at(place)) & ~0x20);
    }
}
