package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Checksums;

/**
 * TAJ number, the Hungarian social security number.
 *
 * <p>Specification: Act XX of 1996: nine digits, the weights 3 and 7 in turn, mod 10. One number in
 * ten passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87; it is the key to health data (Article 9).
 *
 * <p>Fictitious example: {@code 123 456 788}.
 */
final class HuTajRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("hu_taj", 2);
    private static final int LENGTH = 9;

    private static final EuNaming NAMING =
            EuNaming.of("taj", "tajszam", "tarsadalombiztositasi")
                    .or(EuNaming.INSURANCE, "hungarian", "hungary", "magyar");

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
        int sum = Checksums.weighted(d, 3, 7, 3, 7, 3, 7, 3, 7);
        return sum != 0 && sum % 10 == d[8];
    }
}
