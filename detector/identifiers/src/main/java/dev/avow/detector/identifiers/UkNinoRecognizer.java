package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;

/**
 * National Insurance number of the United Kingdom.
 *
 * <p>Specification: HMRC, NIM39110: two letters (the first none of D, F, I, Q, U, V; the second
 * none of these or O; not BG, GB, KN, NK, NT, TN, ZZ), six digits, a letter from A to D. It has no
 * check digit; written in capitals it may stand alone, otherwise a word must name it. The numbers
 * that nobody has, {@code QQ … C} of the forms and {@code ZZ … T} of generators, count where a word
 * names them: who fills one in means one.
 *
 * <p>Legal basis: UK GDPR Article 4(1); Social Security Administration Act 1992, section 182C.
 *
 * <p>Fictitious example: {@code QQ 12 34 56 C} is the official one and invalid; {@code AB 12 34 56
 * C} is valid.
 */
final class UkNinoRecognizer implements Recognizer.OfLettersThenDigits {

    private static final FindingType TYPE = new FindingType("uk_nino", 2);
    private static final Shape SHAPE = Shape.of("AA-99-99-99-A");
    private static final String NOT_FIRST = "DFIQUV";
    private static final String NOT_SECOND = "DFIQUVO";
    private static final String NOT_BOTH = "BG GB KN NK NT TN ZZ";
    private static final EuNaming NAMING =
            EuNaming.of("nino", "ni", "insurance", "nin", "national", "hmrc", "paye");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public void lettersThenDigits(Text text, int start, Sink sink) {
        Code code = SHAPE.read(text, start);
        if (code == null || !(isValid(code.value()) || isStandIn(code.value()))) {
            return;
        }
        boolean stands = isValid(code.value()) && EuCodes.isUpper(text, code);
        double alone = stands ? Confidence.RARE_PATTERN : EuNumber.NEVER;
        EuCodes.report(text, code, NAMING, alone, Reason.CONTEXT, sink);
    }

    private static boolean isStandIn(String value) {
        return (value.startsWith("ZZ") && value.endsWith("T"))
                || (value.startsWith("QQ") && value.endsWith("C"));
    }

    private static boolean isValid(String value) {
        char last = value.charAt(value.length() - 1);
        return NOT_FIRST.indexOf(value.charAt(0)) < 0
                && NOT_SECOND.indexOf(value.charAt(1)) < 0
                && !NOT_BOTH.contains(value.substring(0, 2))
                && last <= 'D';
    }
}
