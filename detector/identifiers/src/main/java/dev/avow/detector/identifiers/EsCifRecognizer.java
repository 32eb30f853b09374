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
 * CIF, the Spanish tax number of businesses and other bodies.
 *
 * <p>Specification: Decreto 2423/1975 and Orden EHA/451/2008: a letter for the kind of body, seven
 * digits, and the check digit of Luhn, as a digit or as a letter (A is 1 to J is 0). With a letter
 * at its end and in capitals it may stand alone; with a digit it looks like a part number, one in
 * ten of which passes, so a word must name it.
 *
 * <p>Legal basis: of a body it may identify the persons in it (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code A12345674}.
 */
final class EsCifRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("es_cif", 2);
    private static final int LETTER_AT_END = 7;
    private static final int DIGIT_AT_END = 8;
    private static final String KINDS = "ABCDEFGHJNPQRSUVW";
    private static final String WITH_LETTER = "NPQRSW";
    private static final String CHECKS = "JABCDEFGHI";
    private static final Shape SHAPE = Shape.of("A-99-999-99-X");
    private static final EuNaming NAMING =
            EuNaming.of("cif", "nif").or(EuNaming.TAX, "spanish", "spain", "espana");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << LETTER_AT_END | 1 << DIGIT_AT_END;
    }

    /** None: it has a letter. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        int count = run.digitCount(group);
        if (count != LETTER_AT_END && count != DIGIT_AT_END && count != 2) {
            return;
        }
        Text text = run.text();
        int start = EuCodes.letterBefore(text, run.start(group));
        Code code = start < 0 ? null : SHAPE.read(text, start);
        if (code != null && isValid(code.value())) {
            boolean distinct =
                    EuCodes.isUpper(text, code)
                            && code.value().charAt(DIGIT_AT_END) > '9'
                            && WITH_LETTER.indexOf(code.value().charAt(0)) >= 0;
            double alone = distinct ? Confidence.DISTINCT_PATTERN : EuNumber.NEVER;
            EuCodes.report(text, code, NAMING, alone, sink);
        }
    }

    /** Whether nine letters and digits are a valid one. */
    static boolean isValid(String value) {
        if (KINDS.indexOf(value.charAt(0)) < 0) {
            return false;
        }
        int sum = 0;
        for (int i = 1; i < DIGIT_AT_END; i++) {
            int digit = value.charAt(i) - '0';
            int weighed = i % 2 == 1 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        int check = (10 - sum % 10) % 10;
        char last = value.charAt(DIGIT_AT_END);
        return last == (char) ('0' + check) || last == CHECKS.charAt(check);
    }
}
