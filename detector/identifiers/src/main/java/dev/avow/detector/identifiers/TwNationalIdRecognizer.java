package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Phrases;

/**
 * Taiwanese national identification number and resident certificate.
 *
 * <p>Specification: Ministry of the Interior, Household Registration Act, article 51: a letter for
 * the place, 1 or 2 (8 or 9: foreigners), seven digits and a check digit modulo ten. A letter and
 * nine digits are common, and one in 25 of them passes, so a word has to name it.
 *
 * <p>Legal basis: Personal Data Protection Act (Taiwan), article 2; personal data under GDPR
 * Article 4(1).
 *
 * <p>Fictitious example: {@code A123456789}.
 */
final class TwNationalIdRecognizer extends CodeIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "taiwan",
                    "taiwanese",
                    "national id",
                    "identity card",
                    "id card",
                    "id number",
                    "identity number",
                    "身分",
                    "證號",
                    "身分證",
                    "身份證",
                    "居留證");

    TwNationalIdRecognizer() {
        super("tw_national_id", Fit.NOT, WORDS, 10, "A999999999");
    }

    @Override
    Fit fit(Code code) {
        int place = PLACES[code.alphanumeric(0) - 10];
        int kind = code.digit(1);
        int sum = place / 10 + place % 10 * 9;
        for (int i = 1; i < 9; i++) {
            sum += code.digit(i) * (9 - i);
        }
        boolean known = kind == 1 || kind == 2 || kind == 8 || kind == 9;
        return Fit.checked(known && (sum + code.digit(9)) % 10 == 0);
    }

    /** By letter, A to Z. */
    private static final int[] PLACES = {
        10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32,
        30, 31, 33
    };
}
