package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people write amounts: {@code 1,234.56}, {@code 1.234,56}, {@code 1 234,56}, {@code
 * 1'234.56}, {@code 12,34,567}, {@code 2.5 million}, {@code 30k}.
 */
final class AmountReader {

    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 15;

    private static final Set<String> MULTIPLIERS =
            Set.of(
                    "k",
                    "m",
                    "mm",
                    "bn",
                    "b",
                    "tn",
                    "mio",
                    "mrd",
                    "mia",
                    "tsd",
                    "million",
                    "millions",
                    "millionen",
                    "millones",
                    "milioni",
                    "milione",
                    "miljoen",
                    "milhoes",
                    "milliard",
                    "milliards",
                    "milliarden",
                    "miliardi",
                    "miljard",
                    "billion",
                    "billions",
                    "trillion",
                    "thousand",
                    "tausend",
                    "mille",
                    "mila",
                    "mil",
                    "duizend",
                    "hundred",
                    "lakh",
                    "crore");

    private AmountReader() {}

    /**
     * An amount's number.
     *
     * @param start first char
     * @param end after the last char, multiplier included
     * @param digits how many digits it has
     * @param value the digits before a decimal sign as a number
     * @param plain whether it is digits alone
     */
    record Amount(int start, int end, int digits, long value, boolean plain) {}

    /** The amount that begins at a place, after a blank or two; null where there is none. */
    static @Nullable Amount after(Text text, int place) {
        Cursor cursor = new Cursor(text, place, LONGEST);
        cursor.blanks(2);
        if (cursor.peek() == '-') {
            cursor.next();
        }
        return read(text, cursor, Integer.MAX_VALUE);
    }

    /** The amount that ends at a place, before a blank and a multiplier; null where none does. */
    static @Nullable Amount before(Text text, int place) {
        int p = place;
        int back = place - LONGEST;
        p = skipBlanks(text, p);
        p = beforeMultiplier(text, p);
        if (!Chars.isDigit(text.seenBefore(p))) {
            return null;
        }
        int numberEnd = p;
        // As far as digits and what parts them go; then forward from each start that may be one.
        int first = p;
        int groupSize = 0;
        while (p > back) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (Chars.isDigit(c)) {
                p -= Text.size(unit);
                first = p;
                groupSize++;
            } else if (isSeparator(c) && Chars.isDigit(text.seenBefore(p - Text.size(unit)))) {
                if (c == ' ' && groupSize != 3) {
                    break;
                }
                p -= Text.size(unit);
                groupSize = 0;
            } else if (c == Text.IGNORABLE) {
                p -= Text.size(unit);
            } else {
                break;
            }
        }
        for (int start = first; start < numberEnd; start = nextGroup(text, start, numberEnd)) {
            Amount amount = read(text, new Cursor(text, start, LONGEST), place);
            if (amount != null && amount.end() >= numberEnd) {
                return amount;
            }
        }
        return null;
    }

    /** The start of the next group after a blank. */
    private static int nextGroup(Text text, int start, int until) {
        int p = start;
        while (p < until && Text.of(text.at(p)) != ' ') {
            p += Math.max(1, Text.size(text.at(p)));
        }
        return p < until ? p + Text.size(text.at(p)) : until;
    }

    private static int skipBlanks(Text text, int place) {
        int p = place;
        for (int i = 0; i < 2 && text.seenBefore(p) == ' '; i++) {
            p -= Text.size(text.before(p));
        }
        return p;
    }

    private static int beforeMultiplier(Text text, int place) {
        int p = place;
        if (text.seenBefore(p) == '.') {
            p--;
        }
        // millions d'euros, millones de euros
        int joined = beforeWord(text, p, Set.of("d", "de", "di", "of"), true);
        p = joined;
        return beforeWord(text, p, MULTIPLIERS, false);
    }

    private static int beforeWord(Text text, int place, Set<String> words, boolean apostrophe) {
        int p = place;
        if (apostrophe && (text.seenBefore(p) == '\'' || text.seenBefore(p) == '\u2019')) {
            p--;
        }
        StringBuilder word = new StringBuilder();
        while (word.length() < 12 && Chars.isLatin(text.seenBefore(p))) {
            int unit = text.before(p);
            word.append(Chars.plain(Text.of(unit)));
            p -= Text.size(unit);
        }
        return words.contains(word.reverse().toString()) ? skipBlanks(text, p) : place;
    }

    private static @Nullable Amount read(Text text, Cursor cursor, int until) {
        int start = cursor.place();
        if (!Chars.isDigit(cursor.peek()) || !freeBefore(text, start)) {
            return null;
        }
        long value = 0;
        int digits = 0;
        int group = 0;
        int groups = 0;
        char separator = 0;
        boolean decimals = false;
        int end = start;
        while (true) {
            group = 0;
            while (Chars.isDigit(cursor.peek())) {
                char c = cursor.next();
                value = decimals ? value : value * 10 + c - '0';
                group++;
                if (++digits > MOST_DIGITS) {
                    return null;
                }
            }
            end = cursor.end();
            groups++;
            char next = cursor.peek();
            if (decimals || !isSeparator(next)) {
                break;
            }
            int size = digitsAfter(cursor);
            boolean thousands =
                    (size == 3 || (size == 2 && next == ',' && isIndian(cursor)))
                            && (separator == 0 ? group <= 3 : separator == next);
            if (size == 0 || (!thousands && next != '.' && next != ',')) {
                break;
            }
            if (!thousands) {
                decimals = true;
            } else {
                separator = next;
            }
            cursor.next();
        }
        boolean plain = groups == 1;
        if (plain && value == 0 && digits > 1) {
            return null;
        }
        int multiplied = multiplier(text, end, until);
        return new Amount(start, multiplied, digits, value, plain && multiplied == end);
    }

    private static boolean freeBefore(Text text, int start) {
        char c = text.seenBefore(start);
        boolean decimal = (c == '.' || c == ',') && Chars.isDigit(text.seenBefore(start - 1));
        return !Chars.isLatin(c) && !Chars.isDigit(c) && c != '_' && !decimal;
    }

    /** How many digits stand after the separator here; the cursor stays. */
    private static int digitsAfter(Cursor cursor) {
        int at = cursor.place();
        cursor.next();
        int size = 0;
        while (size < 5 && Chars.isDigit(cursor.peek())) {
            cursor.next();
            size++;
        }
        cursor.back(at);
        return size;
    }

    /** Two digits after a comma, and another comma: 12,34,567. */
    private static boolean isIndian(Cursor cursor) {
        int at = cursor.place();
        cursor.next();
        cursor.number();
        boolean again = cursor.peek() == ',' && digitsAfter(cursor) > 1;
        cursor.back(at);
        return again;
    }

    private static int multiplier(Text text, int end, int until) {
        Cursor cursor = new Cursor(text, end, LONGEST);
        cursor.blanks(1);
        String word = cursor.word(12);
        if (!MULTIPLIERS.contains(word) || cursor.end() > until) {
            return end;
        }
        char c = cursor.peek();
        return Chars.isLatin(c) || Chars.isDigit(c) || c == '_' ? end : cursor.end();
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == ',' || c == ' ' || c == '\'' || c == '\u2019';
    }
}
