package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Australian tax file number.
 *
 * <p>Specification: Australian Taxation Office: nine digits; weighed 1, 4, 3, 7, 5, 8, 6, 9, 10
 * they add up to a multiple of eleven. One number in eleven passes, so a word has to name it.
 *
 * <p>Legal basis: Privacy (Tax File Number) Rule 2015; personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 123 456 782}.
 */
final class AuTfnRecognizer extends DigitIdentifier {

    private static final Phrases WORDS = Phrases.of("tfn", "tfns", "tax file", "taxfile", "ato");

    AuTfnRecognizer() {
        super("au_tfn", 9, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        return Fit.checked(Checksums.weighted(digits, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0);
    }
}
