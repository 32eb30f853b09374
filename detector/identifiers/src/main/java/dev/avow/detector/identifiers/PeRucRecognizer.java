package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Peruvian RUC.
 *
 * <p>Specification: SUNAT, Resolución de Superintendencia 210-2004: 10, 15, 16, 17 or 20, eight
 * digits (of a person the DNI), and a check digit modulo eleven. One number in ten passes, so a
 * word has to name it.
 *
 * <p>Legal basis: Ley 29733 de Protección de Datos Personales; personal data under GDPR Article
 * 4(1).
 *
 * <p>Fictitious example: {@code 20100070970}.
 */
final class PeRucRecognizer extends DigitIdentifier {

    private static final Phrases WORDS = Phrases.of("ruc", "rucs", "sunat", "registro unico");

    PeRucRecognizer() {
        super("pe_ruc", 11, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        int kind = digits[0] * 10 + digits[1];
        boolean known = kind == 10 || (kind >= 15 && kind <= 17) || kind == 20;
        int sum = Checksums.weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
        return Fit.checked(known && (11 - sum % 11) % 10 == digits[10]);
    }
}
