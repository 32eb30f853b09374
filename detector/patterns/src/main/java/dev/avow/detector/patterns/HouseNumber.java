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

    /**
     * After the door or stair that follows a number: {@code 36/94}, {@code 3/8}; the number's own
     * end where none does, -1 where it is a date or goes on.
     */
    static int withDoor(Text text, int end) {
        if (Text.of(text.at(end)) != '/') {
            return end;
        }
        Cursor cursor = new Cursor(text, end + 1, 6);
        int value = cursor.number();
        boolean small = value >= 0 && cursor.end() - end <= 5;
        int last = cursor.end();
        char after = Text.of(text.at(last));
        if (Chars.isAsciiLetter(after)) {
            last++;
            after = Text.of(text.at(last));
        }
        return small && after != '/' && !Chars.isLatin(after) && !Chars.isDigit(after) ? last : -1;
    }

    /** Where the number starts that stands before a slash, of a plot or a flat; -1 where none. */
    static int beforeSlash(Text text, int start) {
        int p = start - 1;
        int digits = p;
        while (p - digits < 5 && Chars.isDigit(text.seenBefore(digits))) {
            digits -= Text.size(text.before(digits));
        }
        boolean few = digits < p && p - digits < 5;
        return few && isFree(text.seenBefore(digits)) ? digits : -1;
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
