package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;

/**
 * DNI and NIF of Spanish citizens.
 *
 * <p>Specification: Real Decreto 1553/2005, article 11: eight digits and a letter by the number
 * modulo 23. One code in 23 passes; written in capitals it may stand alone, otherwise a word must
 * name it.
 *
 * <p>Legal basis: GDPR Article 87.
 *
 * <p>Fictitious example: {@code 12345678-Z}.
 */
final class EsNifRecognizer implements Recognizer.OfNumbers {

    static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final FindingType TYPE = new FindingType("es_nif", 2);
    private static final int DIGITS = 8;
    private static final Shape SHAPE = Shape.of("99-999-999-A");
    private static final EuNaming NAMING =
            EuNaming.of("dni", "nif", "documento", "identidad", "dnis", "nifs")
                    .or(EuNaming.PERSON, "spanish", "spain", "espana", "espanol");

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
        int count = run.digitCount(group);
        if (count != DIGITS && count != 2) {
            return;
        }
        Code code = SHAPE.read(run.text(), run.start(group));
        if (code != null && isValid(code.number(0, DIGITS), code.value().charAt(DIGITS))) {
            double alone =
                    EuCodes.isUpper(run.text(), code)
                            ? Confidence.DISTINCT_PATTERN
                            : EuNumber.NEVER;
            EuCodes.report(run.text(), code, NAMING, alone, sink);
        }
    }

    /** Whether a number and a letter belong together. */
    static boolean isValid(long number, char letter) {
        return number != 0 && LETTERS.charAt((int) (number % LETTERS.length())) == letter;
    }
}
