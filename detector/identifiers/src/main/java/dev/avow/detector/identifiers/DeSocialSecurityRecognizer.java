package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;

/**
 * Versicherungsnummer of the German statutory pension insurance (Sozialversicherungsnummer).
 *
 * <p>Specification: SGB VI, section 147, and VKVV, section 2: two digits of the insurer, date of
 * birth as {@code DDMMYY}, the first letter of the name at birth, two digits, and a check digit:
 * with the letter as two digits (A is 01), the digit sums of the products with 2, 1, 2, 5, 7, 1, 2,
 * 1, 2, 1, 2, 1, modulo 10. Letter, date and check leave so little to chance that it may stand
 * alone.
 *
 * <p>Legal basis: SGB IV, section 18f, which says who may use it; GDPR Article 87.
 *
 * <p>Fictitious example: {@code 15 070649 C 103}.
 */
final class DeSocialSecurityRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("de_social_security", 2);
    private static final Shape SHAPE = Shape.of("99-99-99-99-A-99-9");
    private static final int LETTER = 8;
    private static final int[] WEIGHTS = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    private static final EuNaming NAMING =
            EuNaming.of(
                    "sozialversicherungsnummer",
                    "rentenversicherungsnummer",
                    "versicherungsnummer",
                    "sozialversicherung",
                    "rentenversicherung",
                    "svnr",
                    "rvnr",
                    "sv");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << LETTER;
    }

    /** None: it has a letter. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        int count = run.digitCount(group);
        if (count != 2 && count != LETTER) {
            return;
        }
        Code code = SHAPE.read(run.text(), run.start(group));
        if (code != null && isValid(code)) {
            EuCodes.report(run.text(), code, NAMING, Confidence.CHECKSUM, sink);
        }
    }

    private static boolean isValid(Code code) {
        int letter = code.alphanumeric(LETTER) - 9;
        int[] d = new int[WEIGHTS.length];
        for (int i = 0; i < LETTER; i++) {
            d[i] = code.digit(i);
        }
        d[LETTER] = letter / 10;
        d[LETTER + 1] = letter % 10;
        d[LETTER + 2] = code.digit(LETTER + 1);
        d[LETTER + 3] = code.digit(LETTER + 2);
        int sum = 0;
        for (int i = 0; i < d.length; i++) {
            int product = d[i] * WEIGHTS[i];
            sum += product / 10 + product % 10;
        }
        return EuDates.dayFirst(d, 2) && sum % 10 == code.digit(LETTER + 3);
    }
}
