package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Phrases;

/**
 * Mexican CURP.
 *
 * <p>Specification: Diario Oficial de la Federación, 18 October 2021, Instructivo normativo de la
 * CURP: four letters of the name, the date of birth, H, M or X for sex, the state, three
 * consonants, a letter or digit for the century, and a check digit modulo ten.
 *
 * <p>Legal basis: Ley Federal de Protección de Datos Personales; personal data under GDPR Article
 * 4(1).
 *
 * <p>Fictitious example: {@code GODE561231HDFRRN07}.
 */
final class MxCurpRecognizer extends CodeIdentifier {

    private static final Phrases WORDS = Phrases.of("curp", "clave unica", "registro de poblacion");

    MxCurpRecognizer() {
        super("mx_curp", Fit.CHECKED, WORDS, 18, "AAAA999999AAAAAAX9");
    }

    @Override
    Fit fit(Code code) {
        int year = (code.value().charAt(16) <= '9' ? 1900 : 2000) + (int) code.number(4, 6);
        boolean date = Checksums.isDate(year, (int) code.number(6, 8), (int) code.number(8, 10));
        boolean sex = "HMX".indexOf(code.value().charAt(10)) >= 0;
        if (!date || !sex) {
            return Fit.NOT;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = code.alphanumeric(i);
            // The letter Ñ stands between N and O.
            sum += (value > 23 ? value + 1 : value) * (18 - i);
        }
        return (10 - sum % 10) % 10 == code.digit(17) ? Fit.CHECKED : Fit.NOT;
    }
}
