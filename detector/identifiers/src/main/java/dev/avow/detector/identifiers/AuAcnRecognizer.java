package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Australian Company Number.
 *
 * <p>Specification: Corporations Act 2001 (Cth), section 118; ASIC: nine digits, the last of which
 * brings the others, weighed 8 to 1, to a multiple of ten. One number in ten passes, so a word has
 * to name it.
 *
 * <p>Legal basis: with a director or a sole shareholder it relates to a natural person (GDPR
 * Article 4(1)).
 *
 * <p>Fictitious example: {@code 004 085 616}.
 */
final class AuAcnRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of("acn", "acns", "company number", "arbn", "asic");

    AuAcnRecognizer() {
        super("au_acn", 9, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        int sum = Checksums.weighted(digits, 8, 7, 6, 5, 4, 3, 2, 1);
        return Fit.checked((10 - sum % 10) % 10 == digits[8]);
    }
}
