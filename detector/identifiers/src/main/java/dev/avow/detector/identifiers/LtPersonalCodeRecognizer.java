package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;

/**
 * Asmens kodas, the personal code of Lithuania.
 *
 * <p>Specification: Lithuanian Law on the Population Register: century and sex, date of birth as
 * {@code YYMMDD}, three digits, mod 11 in two rounds ({@link EuBalticCode}). Estonia and Lithuania
 * share the rule, so the word decides whose it is.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 33309240064}.
 */
final class LtPersonalCodeRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("lt_personal_code", 2);
    private static final int LENGTH = 11;

    private static final EuNaming NAMING =
            EuNaming.of("asmens", "kodas", "asmenskodas")
                    .or(EuNaming.PERSON, "lithuanian", "lithuania", "lietuvos");

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
        return EuBalticCode.isValid(d);
    }
}
