package dev.avow.detector.recognizers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Surroundings;

/**
 * Telephone numbers in international form.
 *
 * <p>Specification: ITU-T E.164 and E.123: {@code +}, {@code 00}, {@code 0011} (Australia) or
 * {@code 011} (North America), an assigned country code, a national number of a length that the
 * country uses ({@link CallingCodes}); digits parted by blanks, dots, dashes, slashes or
 * parentheses; a trunk zero, in parentheses or not, does not count. {@code tel:} URIs are RFC 3966.
 * What is written without a country code is left to {@link NationalPhones}.
 *
 * <p>The longest reading that the country allows is taken, because a digit too many masks nothing
 * that matters and a digit too few leaves a number half readable.
 *
 * <p>Legal basis: personal data under GDPR Article 4(1).
 *
 * <p>Fictitious examples: {@code +33 6 12 34 56 78}, {@code +1 (415) 555-2671}, {@code 00 49 30
 * 1234567}.
 */
final class PhoneRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("phone", 1);
    private static final int LONGEST_NATIONAL = 12;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        int plus = group == 0 ? plusBefore(run) : -1;
        if (plus >= 0) {
            international(run, group, 0, plus, sink);
            return;
        }
        int prefix = prefix(run, group);
        if (prefix > 0) {
            boolean found =
                    Surroundings.freeBefore(run, group, PhoneWords.ANY)
                            && international(run, group, prefix, run.start(group), sink);
            // 011 is also an area code: Buenos Aires, Turin
            if (found || prefix != 3) {
                return;
            }
        }
        NationalPhones.look(run, group, sink);
    }

    /** How many digits are dialled before the country code: 00, 0011 or 011; 0 where none are. */
    private static int prefix(NumberRun run, int group) {
        int first = run.firstDigit(group);
        int size = run.digitCount(group);
        if (size < 2 || run.digit(first) != 0) {
            return 0;
        }
        if (run.digit(first + 1) == 0) {
            return size == 4 && run.digit(first + 2) == 1 && run.digit(first + 3) == 1 ? 4 : 2;
        }
        boolean american = size >= 3 && run.digit(first + 1) == 1 && run.digit(first + 2) == 1;
        // 011 is also the area code of Turin, Leeds, New Delhi and more: their numbers are shorter
        return american && run.digitCount(group, run.groups() - 1) > LONGEST_NATIONAL ? 3 : 0;
    }

    /** Where the plus of a run begins, or -1. */
    private static int plusBefore(NumberRun run) {
        Text text = run.text();
        int p = run.start(0);
        boolean blank = false;
        int unit = text.before(p);
        while (Text.of(unit) == Text.IGNORABLE
                || (!blank && (Text.of(unit) == ' ' || Text.of(unit) == '('))) {
            blank |= Text.of(unit) != Text.IGNORABLE;
            p -= Text.size(unit);
            unit = text.before(p);
        }
        if (Text.of(unit) != '+') {
            return -1;
        }
        p -= Text.size(unit);
        char left = text.seenBefore(p);
        if (blank && left == ' ') {
            left = text.seenBefore(p - 1);
        }
        boolean sum =
                Chars.isDigit(left)
                        || left == ')'
                        || (!blank && Chars.isAsciiLetter(left) && !PhoneWords.ANY.glued(text, p));
        return sum ? -1 : p;
    }

    /** Whether there was one to report. */
    private static boolean international(NumberRun run, int from, int skip, int start, Sink sink) {
        if (run.digitCount(from, run.groups() - 1) < skip + 7) {
            return false;
        }
        int first = run.firstDigit(from) + skip;
        int code =
                CallingCodes.codeOf(run.digit(first), run.digit(first + 1), run.digit(first + 2));
        if (code == 0) {
            return false;
        }
        int found = last(run, from, skip, code);
        if (found < 0 || Surroundings.inUuid(run, from, found)) {
            return false;
        }
        PhoneSpan span = PhoneSpan.of(run, from, found);
        if (span.groups() == 2 && span.separator(0) == NumberRun.DOT && span.size(0) > 4) {
            return false; // a decimal with its sign
        }
        if (NotPhones.isBinary(span)) {
            return false;
        }
        if (skip > 0 && !(span.isFree() && RunBounds.apart(run, from, found))) {
            return false;
        }
        PhoneContext context = PhoneContext.of(run.text(), start, span.end());
        if (skip > 0
                && (context == PhoneContext.OTHER
                        || NotPhones.is(span)
                        || (context == PhoneContext.NONE && isVague(span, skip)))) {
            return false;
        }
        boolean named = context.compareTo(PhoneContext.NONE) > 0;
        double alone = skip > 0 ? Confidence.WEAK_CHECKSUM : Confidence.CHECKSUM;
        sink.found(
                start, span.end(), named ? Confidence.CHECKSUM_IN_CONTEXT : alone, Reason.CHECKSUM);
        return true;
    }

    /** Zeros as numbers of other kinds begin with: postcodes, columns, values of a query. */
    private static boolean isVague(PhoneSpan span, int skip) {
        boolean postcode = span.groups() == 2 && span.size(0) == 5 && span.size(1) == 4;
        boolean column = span.groups() > 1 && span.size(0) > skip + 3;
        return postcode || column || span.run().charBefore(span.from()) == '=';
    }

    /** The last group of the longest reading that the country allows, or -1. */
    private static int last(NumberRun run, int from, int skip, int code) {
        int first = run.firstDigit(from) + skip + CallingCodes.digits(code);
        int trunk = CallingCodes.hasTrunkZero(code) && run.digit(first) == 0 ? 1 : 0;
        int most = CallingCodes.most(code) + trunk;
        int found = -1;
        for (int last = from; last < run.groups(); last++) {
            int national = run.digitCount(from, last) - skip - CallingCodes.digits(code);
            if (national > most || (last > from && !joins(run.separatorAfter(last - 1)))) {
                break;
            }
            // Where a zero begins the numbers themselves it counts.
            if (national >= CallingCodes.fewest(code)) {
                found = last;
            }
        }
        return found;
    }

    /** Anything people put between the digits of one number, but not the end of a sentence. */
    static boolean joins(int separator) {
        int sentence = NumberRun.DOT | NumberRun.BLANK;
        int columns = NumberRun.TAB | NumberRun.UNDERSCORE;
        return (separator & sentence) != sentence && (separator & columns) == 0;
    }
}
