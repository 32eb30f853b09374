package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Phrases;

/**
 * Colombian NIT.
 *
 * <p>Specification: DIAN, Orden Administrativa 4 of 1989: nine digits and a check digit modulo
 * eleven by primes. A word has to name it, except written 900.000.000-0 as companies are.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)); Ley 1581 de
 * 2012.
 *
 * <p>Fictitious example: {@code 900.373.115-4}.
 */
final class CoNitRecognizer extends DigitIdentifier {

    private static final Phrases WORDS =
            Phrases.of("nit", "nits", "rut", "dian", "identificacion tributaria");

    CoNitRecognizer() {
        super("co_nit", 10, WORDS, "999.999.999-9");
    }

    @Override
    Fit fit(int[] digits) {
        int rest = Checksums.weighted(digits, 41, 37, 29, 23, 19, 17, 13, 7, 3) % 11;
        return Fit.checked((rest < 2 ? rest : 11 - rest) == digits[9]);
    }
}
