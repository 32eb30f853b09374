package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Australian Medicare card number.
 *
 * <p>Specification: Services Australia: eight digits that begin with 2 to 6, a check digit (weights
 * 1, 3, 7, 9, modulo ten) and the issue number. One number in ten passes, so a word has to name it.
 *
 * <p>Legal basis: National Health Act 1953 (Cth), section 135AA; health data under GDPR Article 9.
 *
 * <p>Fictitious example: {@code 2428 77813 1}.
 */
final class AuMedicareRecognizer extends DigitIdentifier {

    private static final Phrases WORDS = Phrases.of("medicare", "medicare card", "medicareno");

    AuMedicareRecognizer() {
        super("au_medicare", 10, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        int sum = Checksums.weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9);
        boolean first = digits[0] >= 2 && digits[0] <= 6;
        return Fit.checked(first && sum % 10 == digits[8] && digits[9] > 0);
    }
}
