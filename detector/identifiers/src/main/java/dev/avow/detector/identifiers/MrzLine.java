package dev.avow.detector.identifiers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import org.jspecify.annotations.Nullable;

/**
 * A line of a machine-readable zone. Check digits: ICAO Doc 9303-3, section 4.9: each character by
 * the weights 7, 3, 1 in turn, modulo 10; digits count their value, A is 10 to Z is 35, {@code <}
 * is 0. Lives for one call and prints no content.
 */
final class MrzLine {

    private static final int MOST_BLANKS = 4;
    private static final int[] WEIGHTS = {7, 3, 1};

    private final String value;
    private final int end;

    private MrzLine(String value, int end) {
        this.value = value;
        this.end = end;
    }

    /**
     * Where the line begins whose first filler stands at a place.
     *
     * @return -1 where it is not the first, or the line would be too long
     */
    static int start(Text text, int filler, int most) {
        int p = filler;
        for (int count = 0; count < most; count++) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (c == '<') {
                return -1;
            }
            if (!isMrz(c)) {
                return count == 0 || Chars.isLatin(c) ? -1 : p;
            }
            p -= Text.size(unit);
        }
        return -1;
    }

    /**
     * Reads a line to its end.
     *
     * @return null where it is longer than {@code most}, or goes on in small letters
     */
    static @Nullable MrzLine read(Text text, int start, int most) {
        StringBuilder value = new StringBuilder(most);
        int p = start;
        int unit = text.at(p);
        while (isMrz(Text.of(unit))) {
            if (value.length() == most) {
                return null;
            }
            value.append(Text.of(unit));
            p += Text.size(unit);
            unit = text.at(p);
        }
        return Chars.isLatin(Text.of(unit)) ? null : new MrzLine(value.toString(), p);
    }

    /** Where the line after one that ends at a place begins; -1 where none is near. */
    static int nextStart(Text text, int end) {
        int p = end;
        for (int count = 0; count <= MOST_BLANKS; count++) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (isMrz(c)) {
                return count == 0 ? -1 : p;
            }
            if (c != '\n' && c != '\r' && c != ' ') {
                return -1;
            }
            p += Text.size(unit);
        }
        return -1;
    }

    private static boolean isMrz(char c) {
        return c == '<' || Chars.isDigit(c) || (c >= 'A' && c <= 'Z');
    }

    int length() {
        return value.length();
    }

    /** After its last char in the text. */
    int end() {
        return end;
    }

    /** The first character: the kind of document. */
    String kind() {
        return value.substring(0, 1);
    }

    /** The digit at an index; -1 where none stands. */
    int digit(int index) {
        char c = value.charAt(index);
        return Chars.isDigit(c) ? c - '0' : -1;
    }

    /** Whether the check digit at an index is the one of what stands from another index to it. */
    boolean checks(int from, int check) {
        return check(part(from, check)) == digit(check);
    }

    /** Whether a day as {@code YYMMDD} and its check digit stand at an index. */
    boolean isDate(int from) {
        int[] d = new int[6];
        for (int i = 0; i < d.length; i++) {
            // A part of a date of birth that is not known is filled.
            d[i] = Math.max(0, digit(from + i));
        }
        return EuDates.two(d, 2) <= 12 && EuDates.two(d, 4) <= 31 && checks(from, from + 6);
    }

    /** What stands from one index to another, for {@link #check}. */
    String part(int from, int to) {
        return value.substring(from, to);
    }

    /** The check digit of some characters. */
    static int check(String characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            sum += value(characters.charAt(i)) * WEIGHTS[i % WEIGHTS.length];
        }
        return sum % 10;
    }

    private static int value(char c) {
        if (c == '<') {
            return 0;
        }
        return Chars.isDigit(c) ? c - '0' : c - 'A' + 10;
    }

    /** Prints how long it is. */
    @Override
    public String toString() {
        return "line[" + value.length() + "]";
    }
}
