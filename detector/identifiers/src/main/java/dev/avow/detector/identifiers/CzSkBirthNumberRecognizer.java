package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Confidence;

/**
 * Rodné číslo, the birth number of the Czech Republic and Slovakia.
 *
 * <p>Specification: Act 133/2000 (CZ), section 13, and Act 301/1995 (SK): date of birth as {@code
 * YYMMDD}, the month 50 higher for women and 20 higher where numbers ran out, a slash, and four
 * digits such that the whole is a multiple of eleven (until 1985 also: the first nine leave ten and
 * the last is zero). Until 1953 three digits without a check. Both countries use one rule, so it is
 * one type. With the slash it may stand alone; without it, or of nine digits, a word must name it.
 *
 * <p>Legal basis: GDPR Article 87.
 *
 * <p>Fictitious example: {@code 710319/2745}.
 */
final class CzSkBirthNumberRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("cz_sk_birth_number", 2);
    private static final int LENGTH = 10;
    private static final int OLD = 9;
    private static final int LAST_OLD_YEAR = 53;
    private static final EuNaming NAMING =
            EuNaming.of("rodne", "rodneho", "rodnym", "rc", "rč")
                    .or(
                            EuNaming.PERSON,
                            "czech",
                            "slovak",
                            "slovakia",
                            "ceske",
                            "česke",
                            "slovensko");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << LENGTH | 1 << OLD;
    }

    /** With its slash. */
    @Override
    public int headsAmidNumbers() {
        return 1 << 6;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        EuNumber number = EuNumber.read(run, group, LENGTH);
        if (number != null) {
            if (isValid(number.digits())) {
                boolean slash = isWithSlash(number, 4);
                number.report(NAMING, slash ? Confidence.CHECKSUM : EuNumber.NEVER, sink);
            }
            return;
        }
        number = EuNumber.read(run, group, OLD);
        if (number != null && isWithSlash(number, 3) && isOld(number.digits())) {
            number.report(NAMING, EuNumber.NEVER, Reason.CONTEXT, sink);
        }
    }

    private static boolean isWithSlash(EuNumber number, int rest) {
        return number.grouped(6, rest) && number.separatorAfter(0) == NumberRun.SLASH;
    }

    /** Whether ten digits are a valid one. */
    static boolean isValid(int[] d) {
        int rest = Checksums.rest(d, 0, OLD, 11);
        return isBirth(d) && rest % 10 == d[OLD];
    }

    /** Whether nine digits may be one from before 1954. */
    static boolean isOld(int[] d) {
        return EuDates.two(d, 0) <= LAST_OLD_YEAR && isBirth(d);
    }

    private static boolean isBirth(int[] d) {
        int month = EuDates.two(d, 2) % 50;
        int plain = month > 20 ? month - 20 : month;
        return EuDates.isDate(EuDates.two(d, 0), plain, EuDates.two(d, 4));
    }
}
