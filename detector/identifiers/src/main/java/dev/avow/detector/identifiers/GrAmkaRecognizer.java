package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Checksums;

/**
 * AMKA, the Greek social security number.
 *
 * <p>Specification: Law 3655/2008, article 153: date of birth as {@code DDMMYY}, four digits, Luhn.
 * One number in 280 passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 01013099997}.
 */
final class GrAmkaRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("gr_amka", 2);
    private static final int LENGTH = 11;

    private static final EuNaming NAMING =
            EuNaming.of("amka", "αμκα", "ΑΜΚΑ").or(EuNaming.INSURANCE, "greek", "greece");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << LENGTH;
    }

    /** None: a word must name it. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        EuNumber number = EuNumber.read(run, group, LENGTH);
        if (number != null && isValid(number.digits())) {
            number.report(NAMING, EuNumber.NEVER, sink);
        }
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        return EuDates.dayFirst(d, 0) && Checksums.luhn(d);
    }
}
