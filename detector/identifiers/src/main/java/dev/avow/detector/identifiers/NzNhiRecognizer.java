package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Phrases;

/**
 * New Zealand National Health Index number.
 *
 * <p>Specification: HISO 10046:2023: three letters, three digits and a check digit (modulo eleven),
 * or since 2026 three letters, two digits, a letter and a check letter (modulo 23); I and O are not
 * used. Three letters and four digits are common, so a word has to name it.
 *
 * <p>Legal basis: Health Information Privacy Code 2020 (NZ), rule 13; health data under GDPR
 * Article 9.
 *
 * <p>Fictitious example: {@code ZAC5361}.
 */
final class NzNhiRecognizer extends CodeIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "nhi", "nhis", "national health index", "health index", "patient", "nhinumber");

    NzNhiRecognizer() {
        super("nz_nhi", Fit.NOT, WORDS, 7, "AAA9999", "AAA99AA");
    }

    @Override
    Fit fit(Code code) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            char c = code.value().charAt(i);
            int value = c <= '9' ? c - '0' : LETTERS.indexOf(c) + 1;
            if (value == 0 && c > '9') {
                return Fit.NOT;
            }
            sum += value * (7 - i);
        }
        char last = code.value().charAt(6);
        if (last > '9') {
            return Fit.checked(LETTERS.indexOf(last) + 1 == 23 - sum % 23);
        }
        return Fit.checked(sum % 11 != 0 && (11 - sum % 11) % 10 == last - '0');
    }

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
}
