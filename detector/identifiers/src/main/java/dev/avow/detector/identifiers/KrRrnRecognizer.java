package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Korean resident registration number.
 *
 * <p>Specification: Resident Registration Act, Enforcement Rule, article 2: date of birth in six
 * digits, a dash, sex and century (5 to 8: foreigners), and six more, the last a check digit modulo
 * eleven; since October 2020 the six are random. With a right check and dash it stands alone.
 *
 * <p>Legal basis: Personal Information Protection Act (Korea), article 24-2; personal data under
 * GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 900101-1234568}.
 */
final class KrRrnRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "rrn",
                    "resident registration",
                    "alien registration",
                    "jumin",
                    "주민등록",
                    "주민번호",
                    "주민",
                    "외국인등록");

    KrRrnRecognizer() {
        super("kr_rrn", 13, WORDS, "999999-9999999");
    }

    @Override
    Fit fit(int[] digits) {
        int kind = digits[6];
        int century = kind == 9 || kind == 0 ? 1800 : kind % 4 == 1 || kind % 4 == 2 ? 1900 : 2000;
        int year = century + digits[0] * 10 + digits[1];
        int month = digits[2] * 10 + digits[3];
        if (!Checksums.isDate(year, month, digits[4] * 10 + digits[5])) {
            return Fit.NOT;
        }
        int sum = Checksums.weighted(digits, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5);
        return (11 - sum % 11) % 10 == digits[12] ? Fit.CHECKED : Fit.SHAPE;
    }
}
