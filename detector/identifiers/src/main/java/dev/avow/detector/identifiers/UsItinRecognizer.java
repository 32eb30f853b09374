package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Phrases;

/**
 * US Individual Taxpayer Identification Number.
 *
 * <p>Specification: IRS Publication 1915 and Internal Revenue Manual 3.21.263: nine digits that
 * begin with 9; the fourth and fifth are 50 to 65, 70 to 88, 90 to 92 or 94 to 99. There is no
 * check digit.
 *
 * <p>Legal basis: 26 U.S.C. § 6103; personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 912-70-3456}.
 */
final class UsItinRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "itin",
                    "itins",
                    "taxpayer identification",
                    "tax identification",
                    "individual taxpayer");

    UsItinRecognizer() {
        super("us_itin", 9, WORDS, "999-99-9999");
    }

    @Override
    Fit fit(int[] digits) {
        int group = digits[3] * 10 + digits[4];
        boolean given =
                (group >= 50 && group <= 65)
                        || (group >= 70 && group <= 88)
                        || (group >= 90 && group != 93);
        return Fit.shape(digits[0] == 9 && given);
    }

    @Override
    Fit alone() {
        return Fit.SHAPE;
    }
}
