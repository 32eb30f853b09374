package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Israeli identity number (Teudat Zehut).
 *
 * <p>Specification: Population Registry Law 5725-1965; Ministry of Interior: nine digits, Luhn. One
 * number in ten passes, so a word has to name it.
 *
 * <p>Legal basis: Protection of Privacy Law 5741-1981; personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 123456782}.
 */
final class IlTeudatZehutRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of("teudat", "zehut", "teudat zehut", "israeli id", "תעודת", "זהות", "ת.ז");

    IlTeudatZehutRecognizer() {
        super("il_teudat_zehut", 9, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        return Fit.checked(Checksums.luhn(digits));
    }
}
