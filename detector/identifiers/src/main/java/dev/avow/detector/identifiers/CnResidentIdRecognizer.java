package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Phrases;
import dev.avow.detector.validators.Shape;

/**
 * Chinese resident identity number.
 *
 * <p>Specification: GB 11643-1999: six digits of the place (the first two a province), the date of
 * birth in eight, three of the order, and a check digit or X by ISO 7064 MOD 11-2.
 *
 * <p>Legal basis: Personal Information Protection Law of 2021, article 28; personal data under GDPR
 * Article 4(1).
 *
 * <p>Fictitious example: {@code 11010519491231002X}.
 */
final class CnResidentIdRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("cn_resident_id", 2);
    private static final Shape SHAPE = Shape.of("999999-99999999-999X");
    private static final String CHECKS = "10X98765432";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final Phrases WORDS =
            Phrases.of("身份证", "身分证", "公民", "resident identity", "identity card", "id card");

    @Override
    public FindingType type() {
        return TYPE;
    }

    /** 18, or 17 before an X. */
    @Override
    public int lengths() {
        return 1 << 17 | 1 << 18;
    }

    /** Together, or the place apart. */
    @Override
    public int headsAmidNumbers() {
        return 1 << 17 | 1 << 18 | 1 << 6;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        int count = run.digitCount(group);
        if (count != 18 && count != 17 && count != 6) {
            return;
        }
        Text text = run.text();
        Code code = SHAPE.read(text, run.start(group));
        if (code == null || !isPlace(code) || !isBirth(code) || !checks(code)) {
            return;
        }
        boolean named = WORDS.near(text, code.start(), code.end());
        double confidence = named ? Confidence.CHECKSUM_IN_CONTEXT : Confidence.CHECKSUM;
        sink.found(code.start(), code.end(), confidence, Reason.CHECKSUM);
    }

    private static boolean isPlace(Code code) {
        int region = code.digit(0);
        int province = code.digit(1);
        return switch (region) {
            case 1, 6 -> province >= 1 && province <= 5;
            case 2 -> province >= 1 && province <= 3;
            case 3 -> province >= 1 && province <= 7;
            case 4 -> province >= 1 && province <= 6;
            case 5 -> province <= 4;
            case 7 -> province == 1;
            case 8 -> province >= 1 && province <= 3;
            default -> false;
        };
    }

    private static boolean isBirth(Code code) {
        int year = (int) code.number(6, 10);
        return year >= 1880
                && year < 2100
                && Checksums.isDate(year, (int) code.number(10, 12), (int) code.number(12, 14));
    }

    private static boolean checks(Code code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += code.digit(i) * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11) == code.value().charAt(17);
    }
}
