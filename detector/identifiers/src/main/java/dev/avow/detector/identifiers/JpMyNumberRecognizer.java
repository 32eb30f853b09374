package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Japanese Individual Number ("My Number").
 *
 * <p>Specification: Ministerial order 85 of 2014 (Ministry of Internal Affairs and Communications),
 * article 5: eleven digits and a check digit modulo eleven. One number in ten passes, so a word has
 * to name it.
 *
 * <p>Legal basis: Act on the Use of Numbers to Identify a Specific Individual, article 19; personal
 * data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 1234 5678 9018}.
 */
final class JpMyNumberRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of("mynumber", "my number", "individual number", "マイナンバー", "個人番号");

    JpMyNumberRecognizer() {
        super("jp_my_number", 12, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        int rest = Checksums.weighted(digits, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return Fit.checked((rest <= 1 ? 0 : 11 - rest) == digits[11]);
    }
}
