package dev.avow.detector.recognizers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Surroundings;

/**
 * Telephone numbers without a country code.
 *
 * <p>Three readings, the first that fits counts:
 *
 * <ol>
 *   <li>French (ARCEP, plan national de numérotation): ten digits from 01 to 09, in five pairs or
 *       together; in other groups only near a word such as "tel". Pairs that go on are a list of
 *       numbers, not a telephone number.
 *   <li>North American (NANP): area and exchange begin with 2 to 9; {@code (415) 555-2671} or
 *       {@code 415-555-2671}; with blanks or together only near such a word.
 *   <li>Any other: 7 to 15 digits right after a name of the thing ("Tel.", "Handy"), and neither a
 *       date nor an IP address.
 * </ol>
 */
final class NationalPhones {

    private static final int TEN = 10;
    private static final int FEWEST = 7;
    private static final int MOST = 15;
    private static final int NAME_REACH = 20;

    private NationalPhones() {}

    static void look(NumberRun run, int group, Sink sink) {
        if (!french(run, group, sink) && !northAmerican(run, group, sink)) {
            named(run, group, sink);
        }
    }

    private static boolean french(NumberRun run, int from, Sink sink) {
        int first = run.firstDigit(from);
        if (run.digit(first) != 0) {
            return false;
        }
        int last = endOf(run, from, TEN);
        if (last < 0
                || run.digit(first + 1) == 0
                || !Surroundings.free(run, from, last, PhoneWords.ANY)) {
            return false;
        }
        boolean pairs = pairs(run, from);
        if (pairs && inLongerList(run, from)) {
            return false;
        }
        if (near(run, from, last)) {
            sink.found(run.start(from), run.end(last), Confidence.DISTINCT_PATTERN, Reason.CONTEXT);
            return true;
        }
        boolean together = from == last && standsAlone(run, from) && !counting(run, first);
        if (pairs || together) {
            double confidence = pairs ? Confidence.RARE_PATTERN : Confidence.PATTERN;
            sink.found(run.start(from), run.end(last), confidence, Reason.PATTERN);
        }
        return pairs || together;
    }

    private static boolean pairs(NumberRun run, int from) {
        if (from < 0 || from + 5 > run.groups() || run.digit(run.firstDigit(from)) != 0) {
            return false;
        }
        for (int g = from; g < from + 5; g++) {
            boolean even = g == from + 4 || run.separatorAfter(g) == run.separatorAfter(from);
            if (run.digitCount(g) != 2 || !even) {
                return false;
            }
        }
        return PhoneRecognizer.joins(run.separatorAfter(from));
    }

    private static boolean inLongerList(NumberRun run, int from) {
        int next = from + 5;
        boolean right = next < run.groups() && run.digitCount(next) == 2 && !pairs(run, next);
        boolean left = from > 0 && run.digitCount(from - 1) == 2 && !pairs(run, from - 5);
        return left || right;
    }

    /** Ten digits that are written as identifiers are: after #, a slash or a dash. */
    private static boolean standsAlone(NumberRun run, int from) {
        char before = run.charBefore(from);
        boolean part = before == '#' || before == '/' || before == '-' || before == '$';
        return !part
                && run.groups() == 1
                && !PhoneWords.NOT.before(run.text(), run.start(from), PhoneWords.NOT_REACH);
    }

    private static boolean counting(NumberRun run, int first) {
        for (int i = 0; i < TEN; i++) {
            if (run.digit(first + i) != i) {
                return false;
            }
        }
        return true;
    }

    private static boolean northAmerican(NumberRun run, int from, Sink sink) {
        int area =
                run.digitCount(from) == 1 && run.digit(run.firstDigit(from)) == 1 ? from + 1 : from;
        if (area >= run.groups()) {
            return false;
        }
        int last = endOf(run, area, TEN);
        if (last < 0) {
            return false;
        }
        int first = run.firstDigit(area);
        boolean strict = run.digit(first) >= 2 && run.digit(first + 3) >= 2;
        boolean threes =
                last == area + 2 && run.digitCount(area) == 3 && run.digitCount(area + 1) == 3;
        boolean together = last == area;
        Text text = run.text();
        boolean paren = threes && Text.of(text.before(run.start(area))) == '(';
        int start = paren && area == from ? run.start(area) - 1 : run.start(from);
        boolean right = Surroundings.free(run, from, last, PhoneWords.ANY);
        if (run.digit(first) < 2 || !(threes || together) || !right) {
            return false;
        }
        if (near(run, from, last)) {
            sink.found(start, run.end(last), Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
            return true;
        }
        if (!strict || !threes || PhoneWords.NOT.before(text, start, PhoneWords.NOT_REACH)) {
            return false;
        }
        boolean closed = paren && (run.separatorAfter(area) & NumberRun.CLOSE) != 0;
        boolean even =
                Surroundings.tight(run.separatorAfter(area))
                        && run.separatorAfter(area) == run.separatorAfter(area + 1);
        if (closed || even) {
            double confidence = closed ? Confidence.RARE_PATTERN : Confidence.PATTERN;
            sink.found(start, run.end(last), confidence, Reason.PATTERN);
        }
        return closed || even;
    }

    private static void named(NumberRun run, int from, Sink sink) {
        if (from > 0
                || !PhoneWords.NAMES.before(run.text(), run.start(0), NAME_REACH)
                || PhoneWords.NOT.before(run.text(), run.start(0), PhoneWords.NOT_REACH)) {
            return;
        }
        int found = -1;
        for (int last = 0; last < run.groups(); last++) {
            int count = run.digitCount(0, last);
            if (count > MOST
                    || (last > 0 && !PhoneRecognizer.joins(run.separatorAfter(last - 1)))) {
                break;
            }
            found = count >= FEWEST ? last : found;
        }
        if (found < 0
                || isDate(run)
                || isAddress(run)
                || !Surroundings.free(run, 0, found, PhoneWords.ANY)) {
            return;
        }
        boolean paren = Text.of(run.text().before(run.start(0))) == '(';
        sink.found(
                paren ? run.start(0) - 1 : run.start(0),
                run.end(found),
                Confidence.PATTERN_IN_CONTEXT,
                Reason.CONTEXT);
    }

    private static boolean isDate(NumberRun run) {
        if (run.groups() < 3) {
            return false;
        }
        int middle = run.digitCount(1);
        boolean yearFirst = run.digitCount(0) == 4 && run.digitCount(2) <= 2;
        boolean yearLast = run.digitCount(0) <= 2 && run.digitCount(2) == 4;
        return middle <= 2 && (yearFirst || yearLast);
    }

    private static boolean isAddress(NumberRun run) {
        if (run.groups() != 4) {
            return false;
        }
        for (int g = 0; g < 4; g++) {
            if (run.digitCount(g) > 3 || (g < 3 && run.separatorAfter(g) != NumberRun.DOT)) {
                return false;
            }
        }
        return true;
    }

    private static boolean near(NumberRun run, int from, int to) {
        return PhoneWords.ANY.near(run.text(), run.start(from), run.end(to));
    }

    /** The group at whose end so many digits are reached with separators that join, or -1. */
    private static int endOf(NumberRun run, int from, int count) {
        for (int last = from; last < run.groups(); last++) {
            int reached = run.digitCount(from, last);
            if (reached >= count) {
                return reached == count ? last : -1;
            }
            if (!PhoneRecognizer.joins(run.separatorAfter(last))) {
                return -1;
            }
        }
        return -1;
    }
}
