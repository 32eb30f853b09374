package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Indian Aadhaar number.
 *
 * <p>Specification: UIDAI, Aadhaar (Enrolment and Update) Regulations 2016: twelve digits that
 * begin with 2 to 9; Verhoeff over all. Written 4-4-4 it stands alone.
 *
 * <p>Legal basis: Aadhaar Act 2016, section 29; personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 2341 2341 2346}.
 */
final class InAadhaarRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "aadhaar",
                    "aadhar",
                    "adhaar",
                    "uidai",
                    "uid number",
                    "uid no",
                    "unique identification",
                    "आधार");

    InAadhaarRecognizer() {
        super("in_aadhaar", 12, WORDS, "9999 9999 9999");
    }

    @Override
    Fit fit(int[] digits) {
        return Fit.checked(digits[0] >= 2 && Checksums.verhoeff(digits));
    }
}
