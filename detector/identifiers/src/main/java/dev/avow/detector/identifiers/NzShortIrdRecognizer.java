package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * New Zealand IRD number of eight digits, as the older ones have.
 *
 * <p>Specification: Inland Revenue, Resident Withholding Tax specification: eight digits from
 * 10,000,000 to 150,000,000; modulo eleven by weights, and by a second row of them where the first
 * gives ten. One number in eleven passes, so a word has to name it.
 *
 * <p>Legal basis: Tax Administration Act 1994 (NZ), section 18; personal data under GDPR Article
 * 4(1).
 *
 * <p>Fictitious example: {@code 49-091-850}.
 */
final class NzShortIrdRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of("ird", "irdnumber", "inland revenue", "ird number", "tax number");

    NzShortIrdRecognizer() {
        super("nz_ird", 8, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        return Fit.checked(NzIrdCheck.fits(Checksums.rest(digits, 0, 8, 1_000_000_000)));
    }
}
