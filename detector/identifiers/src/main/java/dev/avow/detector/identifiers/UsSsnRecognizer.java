package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * US Social Security number.
 *
 * <p>Specification: Social Security Administration, POMS RM 10201 and the randomization of 2011:
 * nine digits as area, group and serial; no area 000, 666 or 900 to 999, no group 00, no serial
 * 0000. There is no check digit: dashed 3-2-4 it stands alone, otherwise a word has to name it.
 * 078-05-1120 and 219-09-9999 were printed in advertisements and belong to nobody.
 *
 * <p>Legal basis: 42 U.S.C. § 405(c)(2)(C)(viii) makes it confidential; personal data under GDPR
 * Article 4(1).
 *
 * <p>Fictitious example: {@code 536-22-8145}.
 */
final class UsSsnRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "ssn",
                    "ssns",
                    "socialsecurity",
                    "social security",
                    "soc sec",
                    "ss number",
                    "social sec",
                    "seguro social",
                    "securite sociale americaine",
                    "sozialversicherungsnummer");

    UsSsnRecognizer() {
        super("us_ssn", 9, WORDS, "999-99-9999");
    }

    @Override
    Fit fit(int[] digits) {
        int area = Checksums.rest(digits, 0, 3, 1000);
        int group = digits[3] * 10 + digits[4];
        int serial = Checksums.rest(digits, 5, 9, 10_000);
        boolean possible = area > 0 && area != 666 && area < 900 && group > 0 && serial > 0;
        boolean printed =
                (area == 78 && group == 5 && serial == 1120)
                        || (area == 219 && group == 9 && serial == 9999);
        return Fit.shape(possible && !printed);
    }

    @Override
    Fit alone() {
        return Fit.SHAPE;
    }
}
