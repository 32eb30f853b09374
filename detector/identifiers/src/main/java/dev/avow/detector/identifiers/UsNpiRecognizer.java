package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * US National Provider Identifier.
 *
 * <p>Specification: 45 CFR 162.406: ten digits that begin with 1 or 2; Luhn over 80840 and the
 * number. One number in ten passes, so a word has to name it.
 *
 * <p>Legal basis: of a physician it identifies a natural person (GDPR Article 4(1)); one of the
 * identifiers of 45 CFR 164.514(b)(2).
 *
 * <p>Fictitious example: {@code 1234567893}.
 */
final class UsNpiRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "npi",
                    "npis",
                    "national provider",
                    "provider identifier",
                    "provider id",
                    "provider number");

    UsNpiRecognizer() {
        super("us_npi", 10, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        int[] whole = new int[15];
        System.arraycopy(new int[] {8, 0, 8, 4, 0}, 0, whole, 0, 5);
        System.arraycopy(digits, 0, whole, 5, 10);
        return Fit.checked(digits[0] >= 1 && digits[0] <= 2 && Checksums.luhn(whole));
    }
}
