package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Canadian Social Insurance Number.
 *
 * <p>Specification: Employment and Social Development Canada, SIN Code of Practice: nine digits,
 * Luhn; none begins with 8. One number in ten passes and French businesses are written alike, so a
 * word has to name it.
 *
 * <p>Legal basis: Income Tax Act (Canada), section 237; personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 130 692 544}.
 */
final class CaSinRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "sin",
                    "sins",
                    "nas",
                    "social insurance",
                    "assurance sociale",
                    "socialinsurance");

    CaSinRecognizer() {
        super("ca_sin", 9, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        return Fit.checked(digits[0] != 8 && Checksums.luhn(digits));
    }
}
