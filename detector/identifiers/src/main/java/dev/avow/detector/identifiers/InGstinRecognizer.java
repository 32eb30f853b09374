package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Phrases;

/**
 * Indian Goods and Services Tax Identification Number.
 *
 * <p>Specification: Central Goods and Services Tax Rules 2017, rule 10: the state in two digits, a
 * PAN, the number of the registration, a letter that is Z, and a check digit (Luhn modulo 36).
 *
 * <p>Legal basis: it holds the PAN of its owner, who may be a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code 27ABCPK1234L1Z5}.
 */
final class InGstinRecognizer extends CodeIdentifier {

    private static final Phrases WORDS = Phrases.of("gstin", "gst", "gstn", "goods and services");

    InGstinRecognizer() {
        super("in_gstin", Fit.CHECKED, WORDS, 15, "99AAAAA9999AXAX");
    }

    @Override
    Fit fit(Code code) {
        long state = code.number(0, 2);
        boolean given = state >= 1 && (state <= 38 || state == 97 || state == 99);
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = code.alphanumeric(i) * (i % 2 + 1);
            sum += product / 36 + product % 36;
        }
        boolean check = (36 - sum % 36) % 36 == code.alphanumeric(14);
        return Fit.checked(given && code.value().charAt(12) != '0' && check);
    }
}
