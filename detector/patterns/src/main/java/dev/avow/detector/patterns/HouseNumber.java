package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import org.jspecify.annotations.Nullable;

/** What stands right around the number of a house. */
final class HouseNumber {

    private static final String BEFORE_NUMBER = " .#,:\"'\u00a0";

    private HouseNumber() {}

    /**
     * A number before the street, as when the number of the building and of the plot both stand.
     */
    static int numberBefore(Text text, int start) {
        int p = start;
        if (text.seenBefore(p) != ' ') {
            return start;
        }
        p -= Text.size(text.before(p));
        int digits = p;
        while (digits - 5 <= p && p - digits < 5 && Chars.isDigit(text.seenBefore(digits))) {
            digits -= Text.size(text.before(digits));
        }
        return digits < p && isFree(text.seenBefore(digits)) ? digits : start;
    }

    /** A number after the street, after a blank. */
    static int numberAfter(Text text, int end) {
        Cursor cursor = new Cursor(text, end, 8);
        boolean blank = cursor.blanks(1) > 0;
        int value = blank ? cursor.number() : -1;
        boolean short4 = cursor.end() - end <= 5;
        return value > 0 && short4 && mayFollow(cursor.peek()) ? cursor.end() : end;
    }

    static @Nullable Word wordBefore(Text text, int start) {
        int p = start;
        while (p > 0 && p > start - 4 && BEFORE_NUMBER.indexOf(text.raw(p - 1)) >= 0) {
            p--;
        }
        return p == start ? null : Word.endingAt(text, p);
    }

    static boolean isYear(Text text, int start, int end) {
        return end - start == 4
                && (Text.of(text.at(start)) == '2'
                        ? Text.of(text.at(start + 1)) == '0'
                        : Text.of(text.at(start)) == '1' && Text.of(text.at(start + 1)) == '9');
    }

    static boolean isFree(char c) {
        return c == ' '
                || c == '\n'
                || c == ','
                || c == Text.EDGE
                || c == '"'
                || c == ':'
                || c == '('
                || c == '>'
                || c == '\t'
                || c == '#'
                || c == '\''
                || c == '.';
    }

    static boolean mayFollow(char c) {
        return c != '%'
                && c != '_'
                && c != '/'
                && !Chars.isLatin(c)
                && !Chars.isDigit(c)
                && c != '$'
                && c != '\u20ac'
                && c != '='
                && c != '(';
    }
}
