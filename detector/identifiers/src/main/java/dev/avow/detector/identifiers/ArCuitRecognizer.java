package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Argentine CUIT and CUIL.
 *
 * <p>Specification: AFIP, Resolución General 10/1997: 20, 23 to 27 for persons, 30, 33 or 34 for
 * companies, the eight digits of the DNI, and a check digit modulo eleven. Written 2-8-1 with
 * dashes it stands alone.
 *
 * <p>Legal basis: Ley 25.326 de Protección de los Datos Personales; personal data under GDPR
 * Article 4(1).
 *
 * <p>Fictitious example: {@code 20-12345678-6}.
 */
final class ArCuitRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of("cuit", "cuil", "cuits", "afip", "arca", "clave unica", "monotributo");

    ArCuitRecognizer() {
        super("ar_cuit", 11, WORDS, "99-99999999-9");
    }

    @Override
    Fit fit(int[] digits) {
        int kind = digits[0] * 10 + digits[1];
        boolean known =
                kind == 20 || (kind >= 23 && kind <= 27) || kind == 30 || kind == 33 || kind == 34;
        int check = 11 - Checksums.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return Fit.checked(known && (check == 11 ? 0 : check == 10 ? 9 : check) == digits[10]);
    }
}
