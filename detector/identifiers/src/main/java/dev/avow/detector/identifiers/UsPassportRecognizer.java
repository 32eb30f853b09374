package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * US passport number, after its label only.
 *
 * <p>Specification: 22 CFR part 51; Department of State: nine digits, or since 2021 a letter and
 * eight digits. There is no check digit outside the machine readable zone.
 *
 * <p>Legal basis: a unique identifying number under 45 CFR 164.514(b)(2); personal data under GDPR
 * Article 4(1).
 *
 * <p>Fictitious example: {@code passport number A12345678}.
 */
final class UsPassportRecognizer implements Recognizer.OfWords {

    private static final FindingType TYPE = new FindingType("us_passport", 2);
    private static final int LENGTH = 9;

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of("passport", "passports", "passportnumber", "passportno", "passportid");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        Labelled labelled = Labelled.after(text, end);
        if (labelled == null || labelled.code().value().length() != LENGTH) {
            return;
        }
        Code code = labelled.code();
        for (int i = 1; i < LENGTH; i++) {
            if (code.value().charAt(i) > '9') {
                return;
            }
        }
        sink.found(code.start(), code.end(), Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
    }
}
