package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * US driver licence number, after its label only.
 *
 * <p>Specification: each state has its own; AAMVA lists them. Up to three letters and five to
 * fourteen digits fit nearly all, {@code A1234567} of California as well as nine digits of New
 * York. There is no common check digit.
 *
 * <p>Legal basis: Driver's Privacy Protection Act, 18 U.S.C. § 2725(3); personal data under GDPR
 * Article 4(1).
 *
 * <p>Fictitious example: {@code driver license D1234567}.
 */
final class UsDriverLicenseRecognizer implements Recognizer.OfWords {

    private static final FindingType TYPE = new FindingType("us_driver_license", 2);
    private static final int REACH = 12;
    private static final ContextWords DRIVER =
            ContextWords.of("driver", "drivers", "driving", "operator", "operators");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of(
                "license",
                "licence",
                "lic",
                "dl",
                "driverlicense",
                "driverslicense",
                "driverlicence",
                "driverlicensenumber",
                "driverslicensenumber",
                "dlnumber");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        boolean apart = word.length() <= 7;
        boolean initials = word.equals("dl");
        if (apart && !initials && !DRIVER.before(text, start, REACH)) {
            return;
        }
        Labelled labelled = Labelled.after(text, end);
        if (labelled == null) {
            return;
        }
        Code code = labelled.code();
        // 120 mg/dL: 140 is no licence.
        boolean lettered = Text.of(text.at(end)) == ':' && code.value().charAt(0) > '9';
        if (initials && !labelled.numbered() && !lettered) {
            return;
        }
        if (fits(code.value())) {
            sink.found(code.start(), code.end(), Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
        }
    }

    private static boolean fits(String value) {
        int letters = 0;
        while (letters < value.length() && value.charAt(letters) > '9') {
            letters++;
        }
        int digits = 0;
        for (int i = letters; i < value.length(); i++) {
            digits += value.charAt(i) <= '9' ? 1 : 0;
        }
        boolean tail = value.length() - letters - digits <= 1;
        return letters <= 3 && tail && digits >= 5 && digits <= 14;
    }
}
