package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * South African identity number.
 *
 * <p>Specification: Identification Act 68 of 1997, section 7: date of birth in six digits, four for
 * sex and order, citizenship 0 to 2, an 8 or 9, and a Luhn digit. Together these are enough to
 * stand alone, except from the years that milliseconds since 1970 begin with.
 *
 * <p>Legal basis: Protection of Personal Information Act 4 of 2013; personal data under GDPR
 * Article 4(1).
 *
 * <p>Fictitious example: {@code 8001015009087}.
 */
final class ZaIdRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "rsa",
                    "identity",
                    "identity number",
                    "id number",
                    "south african",
                    "identiteitsnommer",
                    "sa id");

    ZaIdRecognizer() {
        super("za_id", 13, WORDS, "9999999999999", "999999 9999 999", "999999 9999 99 9");
    }

    @Override
    Fit fit(int[] digits) {
        int month = digits[2] * 10 + digits[3];
        boolean date =
                Checksums.isDate(
                        2000 + digits[0] * 10 + digits[1], month, digits[4] * 10 + digits[5]);
        boolean parts = digits[10] <= 2 && digits[11] >= 8;
        boolean milliseconds = digits[0] == 1 && digits[1] >= 4;
        if (!date || !parts || !Checksums.luhn(digits)) {
            return Fit.NOT;
        }
        return milliseconds ? Fit.SHAPE : Fit.CHECKED;
    }
}
