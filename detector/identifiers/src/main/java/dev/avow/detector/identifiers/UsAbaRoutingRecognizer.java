package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * US bank routing number.
 *
 * <p>Specification: ABA Key to Routing Numbers and ANSI X9.100-100: nine digits, the first two 00
 * to 12, 21 to 32, 61 to 72 or 80; weighed 3, 7, 1 they add up to a multiple of ten. One number in
 * ten passes, so a word has to name it.
 *
 * <p>Legal basis: with an account it is financial information under 15 U.S.C. § 6809(4).
 *
 * <p>Fictitious example: {@code 021000021}.
 */
final class UsAbaRoutingRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of(
                    "aba",
                    "routing",
                    "rtn",
                    "routingnumber",
                    "transit number",
                    "transit routing",
                    "bank code");

    UsAbaRoutingRecognizer() {
        super("us_aba_routing", 9, WORDS);
    }

    @Override
    Fit fit(int[] digits) {
        int district = digits[0] * 10 + digits[1];
        boolean given =
                district <= 12
                        || (district >= 21 && district <= 32)
                        || (district >= 61 && district <= 72)
                        || district == 80;
        return Fit.checked(
                given && Checksums.weighted(digits, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0);
    }
}
