package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;

/**
 * NIE, the Spanish number of foreigners.
 *
 * <p>Specification: Real Decreto 557/2011, article 206, and Orden INT/2058/2008: X, Y or Z (which
 * count as 0, 1, 2), seven digits and a letter as in {@link EsNifRecognizer}. Two letters that fit
 * leave one code in 200, so it may stand alone where it is in capitals.
 *
 * <p>Legal basis: GDPR Article 87.
 *
 * <p>Fictitious example: {@code X-1234567-L}.
 */
final class EsNieRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("es_nie", 2);
    private static final int DIGITS = 7;
    private static final Shape SHAPE = Shape.of("A-9999999-A");
    private static final EuNaming NAMING =
            EuNaming.of("nie", "extranjero", "extranjeros", "nif", "tie", "identidad")
                    .or(EuNaming.PERSON, "spanish", "spain", "espana");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << DIGITS;
    }

    /** None: it has a letter. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        if (run.digitCount(group) != DIGITS) {
            return;
        }
        Text text = run.text();
        int start = EuCodes.letterBefore(text, run.start(group));
        Code code = start < 0 ? null : SHAPE.read(text, start);
        if (code != null && isValid(code.value())) {
            double alone = EuCodes.isUpper(text, code) ? Confidence.CHECKSUM : EuNumber.NEVER;
            EuCodes.report(text, code, NAMING, alone, sink);
        }
    }

    /** Whether nine letters and digits are a valid one. */
    static boolean isValid(String value) {
        int first = value.charAt(0) - 'X';
        if (first < 0 || first > 2) {
            return false;
        }
        long number = first * 10_000_000L + Long.parseLong(value.substring(1, 1 + DIGITS));
        return number != 0 && EsNifRecognizer.isValid(number, value.charAt(1 + DIGITS));
    }
}
