package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * TAJ number, the Hungarian social security number.
 *
 * <p>Specification: Act XX of 1996: nine digits, the weights 3 and 7 in turn, mod 10. One number in
 * ten passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87; it is the key to health data (Article 9).
 *
 * <p>Fictitious example: {@code 123 456 788}.
 */
final class HuTajRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("taj", "tajszam", "tarsadalombiztositasi")
                    .or(EuNaming.INSURANCE, "hungarian", "hungary", "magyar");

    HuTajRecognizer() {
        super("hu_taj", 9, NAMING, HuTajRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int sum = Checksums.weighted(d, 3, 7, 3, 7, 3, 7, 3, 7);
        return sum != 0 && sum % 10 == d[8];
    }
}
