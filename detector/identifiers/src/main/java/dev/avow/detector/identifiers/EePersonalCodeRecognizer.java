package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;

/**
 * Isikukood, the personal code of Estonia.
 *
 * <p>Specification: Estonian standard EVS 585:2007: century and sex, date of birth as {@code
 * YYMMDD}, three digits, mod 11 in two rounds ({@link EuBalticCode}). Estonia and Lithuania share
 * the rule, so the word decides whose it is.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 36805280109}.
 */
final class EePersonalCodeRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("ee_personal_code", 2);
    private static final int LENGTH = 11;

    private static final EuNaming NAMING =
            EuNaming.of("isikukood", "isikukoodi", "isikukoodid", "personalcode")
                    .or(EuNaming.PERSON, "estonian", "estonia", "eesti");

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
