package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;
import org.jspecify.annotations.Nullable;

/**
 * PPS number, the Irish Personal Public Service number.
 *
 * <p>Specification: Social Welfare Consolidation Act 2005, section 262: seven digits, a check
 * letter by the weights 8 to 2 modulo 23 (W is zero), and since 2013 a second letter, which counts
 * nine times. One code in 23 passes; in capitals it may stand alone, otherwise a word must name it.
 *
 * <p>Legal basis: GDPR Article 87; the same act says who may use it.
 *
 * <p>Fictitious example: {@code 1234567T}.
 */
final class IePpsRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("ie_pps", 2);
    private static final int DIGITS = 7;
    private static final String CHECKS = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final Shape ONE = Shape.of("9999999-A");
    private static final Shape TWO = Shape.of("9999999-AA");
    private static final EuNaming NAMING =
            EuNaming.of("pps", "ppsn", "ppsno", "rsi", "uimhir")
                    .or(EuNaming.PERSON, "irish", "ireland");

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
        Code code = read(text, run.start(group));
        if (code != null && isValid(code.value())) {
            boolean together = code.end() - code.start() == code.value().length();
            boolean distinct = together && EuCodes.isUpper(text, code);
            double alone = distinct ? Confidence.DISTINCT_PATTERN : EuNumber.NEVER;
            EuCodes.report(text, code, NAMING, alone, sink);
        }
    }

    private static @Nullable Code read(Text text, int start) {
        Code code = TWO.read(text, start);
        return code == null ? ONE.read(text, start) : code;
    }

    /** Whether seven digits and one or two letters are a valid one. */
    static boolean isValid(String value) {
        int sum = 0;
        for (int i = 0; i < DIGITS; i++) {
            sum += (value.charAt(i) - '0') * (8 - i);
        }
        if (value.length() > DIGITS + 1) {
            char second = value.charAt(DIGITS + 1);
            boolean known = second <= 'I' || second == 'W';
            if (!known) {
                return false;
            }
            sum += 9 * CHECKS.indexOf(second);
        }
        return CHECKS.charAt(sum % CHECKS.length()) == value.charAt(DIGITS);
    }
}
