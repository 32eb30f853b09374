package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Australian Business Number.
 *
 * <p>Specification: A New Tax System (Australian Business Number) Act 1999; Australian Business
 * Register: eleven digits, none begins with 0; the first less one, weighed 10, 1, 3, 5 and on to
 * 19, gives a multiple of 89. Large amounts are written alike, so a word has to name it.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code 51 824 753 556}.
 */
final class AuAbnRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of("abn", "abns", "business number", "australian business");

    AuAbnRecognizer() {
        super("au_abn", 11, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        int sum = Checksums.weighted(digits, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10;
        return Fit.checked(digits[0] > 0 && sum % 89 == 0);
    }
}
