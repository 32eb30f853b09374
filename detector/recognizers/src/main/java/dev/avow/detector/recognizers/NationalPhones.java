package dev.avow.detector.recognizers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Confidence;

/**
 * Telephone numbers without a country code.
 *
 * <p>French ones first (ARCEP, plan national de numérotation): ten digits from 01 to 09, in five
 * pairs or together; pairs that go on are a list of numbers, or the bytes of a dump. Any other
 * number of 6 to 13 digits is weighed by its grouping ({@link PhoneForms}) and by the words around
 * it ({@link PhoneContext}): a grouping that little else has counts alone; a row of digits or a
 * common grouping counts only where a word says so, and the more it says, the less is asked of the
 * digits; what is a date, an address or an amount never counts ({@link NotPhones}).
 */
final class NationalPhones {

    private static final int TEN = 10;
    private static final int FEWEST = 6;
    private static final int MOST = 13;

    private NationalPhones() {}

    static void look(NumberRun run, int group, Sink sink) {
        if (french(run, group, sink)) {
            return;
        }
        if (!RunBounds.mayBegin(run, group)) {
            return;
        }
        int last = furthest(run, group);
        for (; last >= group; last--) {
            int digits = run.digitCount(group, last);
            if (digits < FEWEST) {
                return;
            }
            if (digits <= MOST && RunBounds.apart(run, group, last)) {
                PhoneSpan span = PhoneSpan.of(run, group, last);
                double confidence = confidence(span);
                if (confidence > 0) {
                    boolean alone = confidence <= Confidence.RARE_PATTERN;
                    sink.found(
                            span.start(),
                            span.end(),
                            confidence,
                            alone ? Reason.PATTERN : Reason.CONTEXT);
                    return;
                }
            }
        }
    }

    private static int furthest(NumberRun run, int from) {
        int last = from;
        while (last < run.groups() - 1
                && PhoneRecognizer.joins(run.separatorAfter(last))
                && run.digitCount(from, last + 1) <= MOST) {
            last++;
        }
        return last;
    }

    /** 0 where it is none. */
    private static double confidence(PhoneSpan span) {
        int digits = span.digits();
        int groups = span.groups();
        boolean likely = groups > 1 || isLong(span);
        if (!(likely || digits >= FEWEST + 1) || !span.isFree() || NotPhones.is(span)) {
            return 0;
        }
        double alone = PhoneForms.confidence(span);
        boolean thousands = NotPhones.isThousands(span);
        // 12345-6789 is an American postcode first
        boolean postcode =
                groups == 2
                        && span.size(0) == 5
                        && span.size(1) == 4
                        && span.separator(0) == NumberRun.DASH;
        boolean grouped = alone > 0 && !postcode;
        PhoneContext context = PhoneContext.of(span.run().text(), span.start(), span.end());
        boolean pairs = context == PhoneContext.NAMED && isFourPairs(span, NumberRun.DOT);
        if (!pairs && NotPhones.isAddress(span)) {
            return 0;
        }
        return switch (context) {
            case OTHER -> 0;
            case NONE -> grouped && standsAlone(span) && !isLogTime(span) ? alone : 0;
            case HINT ->
                    grouped
                                    || isFourPairs(span, NumberRun.BLANK)
                                    || (isNational(span)
                                            && (!thousands
                                                    || (isThreeThrees(span)
                                                            && PhoneContext.hintedRightBefore(
                                                                    span.run().text(),
                                                                    span.start())))
                                            && !postcode)
                            ? Confidence.PATTERN_IN_CONTEXT
                            : 0;
            case STRONG ->
                    grouped || (isLong(span) && !postcode && (!thousands || isThreeThrees(span)))
                            ? Confidence.PATTERN_IN_CONTEXT
                            : 0;
            case DIRECT ->
                    alone > 0 || (likely && !(thousands && NotPhones.hasZeros(span)))
                            ? Confidence.PATTERN_IN_CONTEXT
                            : 0;
            case NAMED -> alone > 0 ? Confidence.DISTINCT_PATTERN : Confidence.PATTERN_IN_CONTEXT;
        };
    }

    /** Seven digits in groups, or nine to twelve together. */
    private static boolean isLong(PhoneSpan span) {
        int digits = span.digits();
        int fewest = span.digit(0) == 0 && span.digit(1) != 0 ? TEN - 2 : TEN - 1;
        return span.groups() > 1 ? digits > FEWEST : digits >= fewest && digits < MOST;
    }

    private static boolean isThreeThrees(PhoneSpan span) {
        return span.groups() == 3
                && span.size(0) == 3
                && !NotPhones.hasZeros(span)
                && span.separator(0) == NumberRun.BLANK;
    }

    /** Digits such as a national number has where the grouping says nothing. */
    private static boolean isNational(PhoneSpan span) {
        int digits = span.digits();
        int first = span.digit(0);
        if (first == 0) {
            return digits >= TEN - 1 && digits <= TEN + 2 && span.digit(1) != 0;
        }
        if (digits == TEN) {
            return first >= 2 && (span.groups() <= 3);
        }
        boolean trunk = digits == TEN + 1 && (first == 1 || first == 7 || first == 8);
        return trunk || (digits == TEN - 1 && first >= 5);
    }

    /** {@code 21 23 41 17}, as in Denmark and Norway, where nothing else stands in the row. */
    private static boolean isFourPairs(PhoneSpan span, int separator) {
        boolean pairs = span.groups() == 4 && span.isWholeRun() && span.digit(0) > 1;
        for (int g = 0; pairs && g < 4; g++) {
            pairs = span.size(g) == 2 && (g == 0 || span.separator(g - 1) == separator);
        }
        return pairs;
    }

    /** Month and day, a slash, and the time, as some logs begin: {@code [0706/120312:}. */
    private static boolean isLogTime(PhoneSpan span) {
        return span.groups() == 2
                && span.size(0) == 4
                && span.size(1) == 6
                && span.separator(0) == NumberRun.SLASH
                && ":.".indexOf(span.run().charAfterRun()) >= 0;
    }

    /** Not as identifiers are written: after #, a slash or a dash. */
    private static boolean standsAlone(PhoneSpan span) {
        char before = span.run().charBefore(span.from());
        boolean part = before == '#' || before == '/' || before == '-' || before == '$';
        return !part || span.from() > 0;
    }

    private static boolean french(NumberRun run, int from, Sink sink) {
        int first = run.firstDigit(from);
        if (run.digit(first) != 0) {
            return false;
        }
        int last = endOf(run, from, TEN);
        if (last < 0 || run.digit(first + 1) == 0) {
            return false;
        }
        PhoneSpan span = PhoneSpan.of(run, from, last);
        boolean pairs = pairs(run, from);
        boolean together = from == last && run.groups() == 1 && !counting(run, first);
        if (!(pairs || together) || !span.isFree()) {
            return false;
        }
        if (pairs
                && (countingPairs(run, from)
                        || inLongerList(run, from)
                        || NotPhones.inDump(span))) {
            return true;
        }
        PhoneContext context = PhoneContext.of(run.text(), span.start(), span.end());
        if (context == PhoneContext.OTHER || (together && !standsAlone(span))) {
            return true;
        }
        double alone = pairs ? Confidence.RARE_PATTERN : Confidence.PATTERN;
        boolean named = context != PhoneContext.NONE;
        sink.found(
                span.start(),
                span.end(),
                named ? Confidence.DISTINCT_PATTERN : alone,
                named ? Reason.CONTEXT : Reason.PATTERN);
        return true;
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

    /** {@code 01 02 03 04 05}: nobody's number, and in many an example. */
    private static boolean countingPairs(NumberRun run, int from) {
        for (int g = from; g < from + 5; g++) {
            if (run.digit(run.firstDigit(g)) != 0
                    || run.digit(run.firstDigit(g) + 1) != g - from + 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean inLongerList(NumberRun run, int from) {
        int next = from + 5;
        boolean right = next < run.groups() && run.digitCount(next) == 2 && !pairs(run, next);
        boolean left =
                from > 0
                        && ((run.digitCount(from - 1) == 2 && !pairs(run, from - 5))
                                || (run.digitCount(from - 1) == 4 && isYear(run, from - 1)));
        return left || right;
    }

    /** {@code 2000 01 01 00 00 00} is a time. */
    private static boolean isYear(NumberRun run, int group) {
        int first = run.firstDigit(group);
        int century = run.digit(first) * 10 + run.digit(first + 1);
        return century == 19 || century == 20;
    }

    /** {@code 0123456789}, {@code 0987654321}: what examples are made of. */
    private static boolean counting(NumberRun run, int first) {
        boolean up = true;
        boolean down = true;
        for (int i = 0; i < TEN; i++) {
            up &= run.digit(first + i) == i;
            down &= run.digit(first + i) == (TEN - i) % TEN;
        }
        return up || down;
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
