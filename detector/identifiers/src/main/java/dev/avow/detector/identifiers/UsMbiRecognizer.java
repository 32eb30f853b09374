package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Phrases;

/**
 * US Medicare Beneficiary Identifier.
 *
 * <p>Specification: Centers for Medicare & Medicaid Services, MBI format: eleven letters and
 * digits; the first is a digit but 0, places 2, 5, 8 and 9 are letters, 3 and 6 are either, the
 * others digits; the letters S, L, O, I, B and Z are not used. There is no check digit, but little
 * else looks like it.
 *
 * <p>Legal basis: a health plan beneficiary number under 45 CFR 164.514(b)(2); health data under
 * GDPR Article 9.
 *
 * <p>Fictitious example: {@code 1EG4-TE5-MK73}.
 */
final class UsMbiRecognizer extends CodeIdentifier {

    private static final Phrases WORDS =
            Phrases.of("mbi", "medicare", "beneficiary", "cms", "medicareid");

    UsMbiRecognizer() {
        super("us_mbi", Fit.SHAPE, WORDS, 4, "9AX9-AX9-AA99");
    }

    @Override
    Fit fit(Code code) {
        boolean letters = true;
        for (int i = 0; i < code.value().length(); i++) {
            letters &= UNUSED.indexOf(code.value().charAt(i)) < 0;
        }
        return Fit.shape(letters && code.digit(0) > 0);
    }

    private static final String UNUSED = "SLOIBZ";
}
