package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Checksums;

/**
 * OIB, the personal identification number of Croatia.
 *
 * <p>Specification: Zakon o osobnom identifikacijskom broju: eleven digits, ISO 7064 MOD 11,10. One
 * number in ten passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 33392005961}.
 */
final class HrOibRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("hr_oib", 2);
    private static final int LENGTH = 11;

    private static final EuNaming NAMING =
            EuNaming.of("oib", "osobni", "identifikacijski")
                    .or(EuNaming.PERSON, "croatian", "croatia", "hrvatska");

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
        return Checksums.mod11And10(d);
    }
}
