package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Thai national identification number.
 *
 * <p>Specification: Civil Registration Act B.E. 2534; Department of Provincial Administration:
 * thirteen digits that begin with 1 to 8, the last a check digit modulo eleven. Written 1-4-5-2-1
 * with dashes it stands alone.
 *
 * <p>Legal basis: Personal Data Protection Act B.E. 2562; personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 1-2345-67890-12-1}.
 */
final class ThNationalIdRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "thai id",
                    "national id",
                    "identification card",
                    "citizen id",
                    "เลขประจำตัว",
                    "บัตรประชาชน",
                    "ประชาชน");

    ThNationalIdRecognizer() {
        super("th_national_id", 13, WORDS, "9-9999-99999-99-9", "9 9999 99999 99 9");
    }

    @Override
    Fit fit(int[] digits) {
        int sum = Checksums.weighted(digits, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
        boolean first = digits[0] >= 1 && digits[0] <= 8;
        return Fit.checked(first && (11 - sum % 11) % 10 == digits[12]);
    }
}
