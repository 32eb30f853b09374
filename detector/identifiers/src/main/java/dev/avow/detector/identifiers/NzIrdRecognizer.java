package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * New Zealand IRD number.
 *
 * <p>Specification: Inland Revenue, Resident Withholding Tax specification: nine digits from
 * 10,000,000 to 150,000,000; modulo eleven by weights, and by a second row of them where the first
 * gives ten. One number in eleven passes, so a word has to name it.
 *
 * <p>Legal basis: Tax Administration Act 1994 (NZ), section 18; personal data under GDPR Article
 * 4(1).
 *
 * <p>Fictitious example: {@code 136-410-132}.
 */
final class NzIrdRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of("ird", "irdnumber", "inland revenue", "ird number", "tax number");

    NzIrdRecognizer() {
        super("nz_ird", 9, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        return Fit.checked(NzIrdCheck.fits(Checksums.rest(digits, 0, 9, 1_000_000_000)));
    }
}
