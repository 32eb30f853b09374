package dev.avow.detector.recognizers;

import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import java.util.ArrayList;
import java.util.List;

/**
 * How telephone numbers without a country code are grouped where little else is.
 *
 * <p>Three kinds:
 *
 * <ol>
 *   <li>A trunk zero: the zero and the area or mobile code in the first group, nine to twelve
 *       digits in all. So numbers are written in the plans of Germany (Bundesnetzagentur), Austria
 *       (RTR), Switzerland (OFCOM), Britain (Ofcom), the Netherlands (ACM), Belgium (BIPT), Sweden
 *       (PTS), Australia (ACMA), Japan (MIC), India (DoT), and in Italy, where the zero is part of
 *       the number (AGCOM). French ones are looked at before, by {@link NationalPhones}.
 *   <li>An area code in parentheses, eight to eleven digits in all.
 *   <li>The groups that {@link #ROWS} lists for plans without a trunk digit.
 * </ol>
 */
final class PhoneForms {

    /**
     * {@code x} is any digit, {@code n} 2 to 9, {@code z} 1 to 9, a set in brackets one of it. A
     * blank stands for blanks, dashes or dots, the same throughout; {@code _} for a blank, {@code
     * -} for a dash.
     */
    private static final String[] ROWS = {
        "nxx nxx xxxx", // NANP: United States, Canada
        "1 nxx nxx xxxx",
        "1-8[0-8]x-xxx-xxxx",
        "[6-9]xx xx xx xx", // Spain (CNMC)
        "zx xxx xx xx", // Spain, Poland (UKE), Portugal (ANACOM)
        "[29]x xxx xxxx", // Portugal
        "3[1-9]x xxx xxxx", // Italian mobiles
        "3[1-9]x xx xx xxx",
        "3[1-9]x_xxxxxxx",
        "3[1-9]x-xxxxxxx",
        "[6-9]xxxx_xxxxx", // Indian mobiles
        "[6-9]xxxx-xxxxx",
        "1[38]00 xxx xxx", // Australia
        "zz_9xxxx-xxxx", // Brazil (Anatel)
        "zz_[2-5]xxx-xxxx",
        "zz_9_xxxx-xxxx",
        "1[3-9]x xxxx xxxx", // Chinese mobiles
        "0 8xx xxx xxx", // France, special rates
        "0 8xx xx xx xx",
        "8 [3-9]xx xxx xx xx", // Russia
    };

    private static final int FEWEST_WITH_TRUNK = 9;
    private static final int MOST_WITH_TRUNK = 12;
    private static final int LONGEST_AREA = 6;
    private static final int PARENS = NumberRun.OPEN | NumberRun.CLOSE;

    private static final List<Row> TABLE = new ArrayList<>();

    static {
        for (String row : ROWS) {
            TABLE.add(new Row(row));
        }
    }

    private PhoneForms() {}

    /** The confidence that the grouping alone gives; 0 where it says nothing. */
    static double confidence(PhoneSpan span) {
        if (span.isOpened()) {
            return opened(span) ? Confidence.RARE_PATTERN : 0;
        }
        if (span.digit(0) == 0 && trunk(span)) {
            return Confidence.RARE_PATTERN;
        }
        if (span.hasExtension() && americanSizes(span)) {
            return Confidence.RARE_PATTERN;
        }
        for (Row row : TABLE) {
            if (row.fits(span)) {
                return inColumn(span) ? 0 : Confidence.PATTERN;
            }
        }
        return threes(span) ? Confidence.PATTERN : 0;
    }

    /** {@code (0171) 1234567}, {@code (88) 684-334}, {@code (0)171 1234567}. */
    private static boolean opened(PhoneSpan span) {
        int area = span.size(0);
        int digits = span.digits();
        if ((span.separator(0) & NumberRun.CLOSE) == 0 || digits < 8 || digits > MOST_WITH_TRUNK) {
            return false;
        }
        boolean zero = span.digit(0) == 0;
        boolean fits =
                zero ? (area > 1 && area <= LONGEST_AREA) || digits >= 10 : area >= 2 && area <= 3;
        for (int g = 1; g < span.groups(); g++) {
            fits &= span.size(g) >= 2 || zero || (span.size(g) == 1 && g == 1);
        }
        return fits && (zero || span.groups() <= 5);
    }

    private static boolean trunk(PhoneSpan span) {
        int digits = span.digits();
        int area = span.size(0);
        int groups = span.groups();
        // 08-27 11 12, as in Sweden: the area is parted otherwise than the rest
        boolean mixed =
                groups > 2
                        && span.separator(0) == NumberRun.DASH
                        && span.separator(1) == NumberRun.BLANK;
        if (digits < FEWEST_WITH_TRUNK - (mixed ? 1 : 0)
                || digits > MOST_WITH_TRUNK
                || area < 2
                || area > LONGEST_AREA
                || groups < 2
                || groups > 5
                || span.digit(1) == 0) {
            return false;
        }
        boolean alike = true;
        int zeros = 0;
        int first = area;
        for (int g = 1; g < groups; g++) {
            int size = span.size(g);
            boolean last = g == groups - 1;
            if (size > 9 || (size < 2 && !(last && span.separator(g - 1) == NumberRun.DASH))) {
                return false;
            }
            alike &= size == area;
            zeros += span.digit(first) == 0 ? 1 : 0;
            first += size;
            boolean slash = (span.separator(g - 1) & NumberRun.SLASH) != 0;
            if (slash && g > 1) {
                return false;
            }
        }
        boolean decimal = groups == 2 && span.separator(0) == NumberRun.DOT;
        boolean pairs =
                !mixed && groups >= 3 && area == 2 && span.size(1) == 2 && span.size(2) != 3;
        boolean halves = groups == 2 && area >= 5 && zeros == 0;
        return (!alike || mixed || halves) && zeros < Math.max(2, groups - 1) && !decimal && !pairs;
    }

    private static boolean americanSizes(PhoneSpan span) {
        int g = span.groups() == 4 && span.size(0) <= 3 ? 1 : 0;
        return span.groups() - g == 3
                && span.size(g) == 3
                && span.size(g + 1) == 3
                && span.size(g + 2) == 4;
    }

    /** Three groups of three, as Spanish mobiles are written and amounts too: after a sign only. */
    private static boolean threes(PhoneSpan span) {
        boolean mobile = span.digit(0) >= 5;
        if (!mobile
                || span.groups() != 3
                || span.size(0) != 3
                || span.size(1) != 3
                || span.size(2) != 3
                || span.separator(0) != NumberRun.BLANK
                || span.separator(1) != NumberRun.BLANK) {
            return false;
        }
        Text text = span.run().text();
        char before = text.seenBefore(span.start());
        if (before == ' ') {
            before = text.seenBefore(span.start() - 1);
        }
        char after = Text.of(text.at(span.end()));
        return ":;|\"(>".indexOf(before) >= 0 && after != ' ' && after != '%' && !inColumn(span);
    }

    /** Whether the lines before or after hold digits at the same side, as tables of numbers do. */
    private static boolean inColumn(PhoneSpan span) {
        Text text = span.run().text();
        int p = span.start();
        char before = text.seenBefore(p);
        if (before == '\n' || before == '\r') {
            char above = text.seenBefore(p - Text.size(text.before(p)));
            if (isDigit(above)) {
                return true;
            }
        }
        int unit = text.at(span.end());
        char after = Text.of(unit);
        return after == '\n' && isDigit(Text.of(text.at(span.end() + Text.size(unit))));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** One row of the table: for each digit what it may be, as a set of ten bits. */
    private static final class Row {

        private final int[] sets;
        private final int[] sizes;
        private final char[] parts;

        Row(String pattern) {
            List<Integer> digits = new ArrayList<>();
            List<Integer> groups = new ArrayList<>();
            StringBuilder signs = new StringBuilder();
            int size = 0;
            for (int i = 0; i < pattern.length(); i++) {
                char c = pattern.charAt(i);
                if (c == ' ' || c == '_' || c == '-') {
                    groups.add(size);
                    signs.append(c);
                    size = 0;
                    continue;
                }
                size++;
                if (c == '[') {
                    int close = pattern.indexOf(']', i);
                    digits.add(set(pattern.substring(i + 1, close)));
                    i = close;
                } else {
                    digits.add(
                            set(c == 'x' ? "0-9" : c == 'n' ? "2-9" : c == 'z' ? "1-9" : "" + c));
                }
            }
            groups.add(size);
            this.sets = digits.stream().mapToInt(Integer::intValue).toArray();
            this.sizes = groups.stream().mapToInt(Integer::intValue).toArray();
            this.parts = signs.toString().toCharArray();
        }

        private static int set(String digits) {
            if (digits.length() == 3 && digits.charAt(1) == '-') {
                int set = 0;
                for (char c = digits.charAt(0); c <= digits.charAt(2); c++) {
                    set |= 1 << (c - '0');
                }
                return set;
            }
            return digits.chars().map(c -> 1 << (c - '0')).reduce(0, (a, b) -> a | b);
        }

        boolean fits(PhoneSpan span) {
            if (span.groups() != sizes.length || span.digits() != sets.length) {
                return false;
            }
            for (int g = 0; g < sizes.length; g++) {
                if (span.size(g) != sizes[g] || (g > 0 && !parts(span, g - 1))) {
                    return false;
                }
            }
            for (int i = 0; i < sets.length; i++) {
                if ((sets[i] & 1 << span.digit(i)) == 0) {
                    return false;
                }
            }
            return true;
        }

        private boolean parts(PhoneSpan span, int group) {
            int separator = span.separator(group);
            if ((separator & PARENS) != 0) {
                return true;
            }
            return switch (parts[group]) {
                case '_' -> separator == NumberRun.BLANK;
                case '-' -> separator == NumberRun.DASH;
                default ->
                        (separator == NumberRun.BLANK
                                        || separator == NumberRun.DASH
                                        || separator == NumberRun.DOT)
                                && (separator == span.separator(parts.length - 1));
            };
        }
    }
}
