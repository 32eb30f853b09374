package dev.avow.detector.recognizers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Surroundings;

/** Groups of digits that are something else, whatever the words around them say. */
final class NotPhones {

    private NotPhones() {}

    /** Whether the groups are a date, an amount, a number of a person or a decimal. */
    static boolean is(PhoneSpan span) {
        return hasDate(span)
                || isAmericanPerson(span)
                || isCard(span)
                || isYears(span)
                || isDecimal(span)
                || isOpenEnded(span)
                || isBinary(span)
                || inDump(span)
                || Surroundings.isAmount(span.run(), span.from(), span.to());
    }

    /**
     * Groups of three with blanks or dots after one to three digits, as big numbers have them, but
     * not such as end in zeros only a big number has.
     */
    static boolean isThousands(PhoneSpan span) {
        int separator = span.separator(0);
        if (span.groups() < 2
                || span.size(0) > 3
                || (span.digit(0) == 0 && span.size(0) > 1)
                || (separator != NumberRun.BLANK && separator != NumberRun.DOT)) {
            return false;
        }
        for (int g = 1; g < span.groups(); g++) {
            if (span.size(g) != 3 || span.separator(g - 1) != separator) {
                return false;
            }
        }
        return true;
    }

    /** Whether a group holds nothing but zeros. */
    static boolean hasZeros(PhoneSpan span) {
        int at = 0;
        for (int g = 0; g < span.groups(); g++) {
            if (span.size(g) > 2 && number(span, at, span.size(g)) == 0) {
                return true;
            }
            at += span.size(g);
        }
        return false;
    }

    /** Bytes in hexadecimal that happen to have no letter, where a neighbour has one. */
    static boolean inDump(PhoneSpan span) {
        for (int g = 0; g < span.groups() - 1; g++) {
            if (span.size(g) != 2) {
                return false;
            }
        }
        Text text = span.run().text();
        int end = span.end();
        boolean right =
                isHex(text, end + 1)
                        && isHex(text, end + 2)
                        && !isWord(text, end + 3)
                        && !(isDigit(text, end + 1) && isDigit(text, end + 2))
                        && (isDigit(text, end + 1)
                                || isDigit(text, end + 2)
                                || (isHex(text, end + 4)
                                        && isHex(text, end + 5)
                                        && !isWord(text, end + 6)));
        int at = span.start();
        boolean left =
                isHex(text, at - 2)
                        && isHex(text, at - 3)
                        && !isWord(text, at - 4)
                        && !(isDigit(text, at - 2) && isDigit(text, at - 3))
                        && (isDigit(text, at - 2)
                                || isDigit(text, at - 3)
                                || (isHex(text, at - 5)
                                        && isHex(text, at - 6)
                                        && !isWord(text, at - 7)));
        boolean cut = span.size(span.groups() - 1) == 1 && isHex(text, end);
        return right || left || cut;
    }

    private static boolean isHex(Text text, int place) {
        char c = place < 0 || place >= text.length() ? ' ' : text.raw(place);
        return Chars.isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    }

    private static boolean isDigit(Text text, int place) {
        return place >= 0 && place < text.length() && Chars.isDigit(text.raw(place));
    }

    private static boolean isWord(Text text, int place) {
        char c = place < 0 || place >= text.length() ? ' ' : text.raw(place);
        return Chars.isDigit(c) || Chars.isLatin(c);
    }

    /** {@code 018-012 (2083}: the parenthesis that opens within does not close. */
    private static boolean isOpenEnded(PhoneSpan span) {
        boolean open = false;
        for (int g = 0; g < span.groups() - 1; g++) {
            open |= (span.separator(g) & NumberRun.OPEN) != 0;
            open &= (span.separator(g) & NumberRun.CLOSE) == 0;
        }
        return open;
    }

    private static boolean hasDate(PhoneSpan span) {
        if (span.groups() == 1) {
            return span.digits() == 8 && isDate(span, 0, 4, 6, 2) && span.digit(0) <= 2;
        }
        int at = 0;
        for (int g = 0; g + 2 < span.groups(); g++) {
            int a = span.size(g);
            int b = span.size(g + 1);
            int c = span.size(g + 2);
            boolean even = span.separator(g) == span.separator(g + 1);
            if (even && a == 4 && b <= 2 && c == 2 && isDate(span, at, 4, at + 4 + b, c)) {
                return true;
            }
            boolean dated = span.separator(g) != NumberRun.BLANK && g + 3 == span.groups();
            if (even && a <= 2 && b <= 2 && c == 4) {
                int year = number(span, at + a + b, 4);
                int one = number(span, at, a);
                int two = number(span, at + a, b);
                boolean date = Checksums.isDate(year, two, one) || Checksums.isDate(year, one, two);
                if (isYear(year) && (date || dated)) {
                    return true;
                }
            }
            at += a;
        }
        return false;
    }

    private static boolean isDate(PhoneSpan span, int year, int month, int day, int size) {
        int y = number(span, year, 4);
        return isYear(y)
                && Checksums.isDate(y, number(span, month, day - month), number(span, day, size));
    }

    private static boolean isYear(int year) {
        return year >= 1900 && year < 2100;
    }

    /**
     * Four groups of up to three digits with dots, as network addresses have them; those have no
     * zero in front of other digits.
     */
    static boolean isAddress(PhoneSpan span) {
        if (span.groups() < 4) {
            return false;
        }
        int at = 0;
        for (int g = 0; g < 4; g++) {
            if (span.size(g) > 1 && span.digit(at) == 0) {
                return false;
            }
            at += span.size(g);
        }
        for (int g = 0; g < 4; g++) {
            if (span.size(g) > 3 || (g < 3 && span.separator(g) != NumberRun.DOT)) {
                return false;
            }
        }
        return true;
    }

    /** 3-2-4, the American social security number's groups (20 CFR 422.103). */
    private static boolean isAmericanPerson(PhoneSpan span) {
        return span.groups() == 3
                && span.size(0) == 3
                && span.size(1) == 2
                && span.size(2) == 4
                && !span.isOpened();
    }

    /** Three fours or more. */
    private static boolean isCard(PhoneSpan span) {
        if (span.groups() < 3) {
            return false;
        }
        for (int g = 0; g < span.groups(); g++) {
            if (span.size(g) != 4) {
                return false;
            }
        }
        return true;
    }

    private static boolean isYears(PhoneSpan span) {
        return span.groups() == 2
                && span.size(0) == 4
                && span.size(1) == 4
                && isYear(number(span, 0, 4))
                && isYear(number(span, 4, 4));
    }

    /** Zeros and ones alone. */
    static boolean isBinary(PhoneSpan span) {
        for (int i = 0; i < span.digits(); i++) {
            if (span.digit(i) > 1) {
                return false;
            }
        }
        return true;
    }

    /** A decimal alone, or some numbers in a row of which one is a decimal. */
    private static boolean isDecimal(PhoneSpan span) {
        boolean dot = false;
        boolean blank = false;
        for (int g = 0; g < span.groups() - 1; g++) {
            dot |= span.separator(g) == NumberRun.DOT;
            blank |= span.separator(g) == NumberRun.BLANK;
        }
        boolean trunk = span.digit(0) == 0 && span.size(0) > 1;
        return dot && !trunk && (span.groups() == 2 || blank);
    }

    private static int number(PhoneSpan span, int first, int count) {
        int value = 0;
        for (int i = 0; i < count && i < 9; i++) {
            value = value * 10 + span.digit(first + i);
        }
        return value;
    }
}
