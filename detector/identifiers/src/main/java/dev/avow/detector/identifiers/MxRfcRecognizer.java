package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Phrases;

/**
 * Mexican RFC.
 *
 * <p>Specification: Servicio de Administración Tributaria, Código Fiscal de la Federación, article
 * 27: four letters of a person or three of a company, a date, two letters or digits that tell
 * namesakes apart, and a check digit modulo eleven. Some were given with another check digit, so
 * near a word it need not fit.
 *
 * <p>Legal basis: Código Fiscal de la Federación, article 69; personal data under GDPR Article
 * 4(1).
 *
 * <p>Fictitious example: {@code GODE561231GR8}.
 */
final class MxRfcRecognizer extends CodeIdentifier {

    private static final Phrases WORDS =
            Phrases.of("rfc", "registro federal", "contribuyentes", "sat");

    MxRfcRecognizer() {
        super("mx_rfc", Fit.CHECKED, WORDS, 9, "AAAA999999-XXX", "AAA999999-XXX");
    }

    @Override
    Fit fit(Code code) {
        String value = code.value();
        int head = value.length() - 9;
        int year = 2000 + (int) code.number(head, head + 2);
        int month = (int) code.number(head + 2, head + 4);
        int last = code.alphanumeric(value.length() - 1);
        if (!Checksums.isDate(year, month, (int) code.number(head + 4, head + 6)) || last > 10) {
            return Fit.NOT;
        }
        // A company's is read with a blank in front, which counts 37.
        int sum = head == 3 ? 37 * 13 : 0;
        for (int i = 0; i < value.length() - 1; i++) {
            int letter = code.alphanumeric(i);
            sum += (letter > 23 ? letter + 1 : letter) * (value.length() - i);
        }
        return (11 - sum % 11) % 11 == last ? Fit.CHECKED : Fit.SHAPE;
    }
}
