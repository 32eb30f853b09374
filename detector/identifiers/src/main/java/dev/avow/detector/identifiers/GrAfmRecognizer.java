package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * AFM, the Greek tax number.
 *
 * <p>Specification: Presidential decree 1042/1993: nine digits, the sum of the first eight by
 * powers of two from 256 to 2, modulo 11, then modulo 10. One number in ten passes, so a word must
 * name it.
 *
 * <p>Legal basis: personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 094259216}.
 */
final class GrAfmRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("afm", "αφμ", "ΑΦΜ", "φορολογικ")
                    .or(EuNaming.TAX, "greek", "greece", "ελλ");

    GrAfmRecognizer() {
        super("gr_afm", 9, NAMING, GrAfmRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int sum = Checksums.weighted(d, 256, 128, 64, 32, 16, 8, 4, 2);
        return sum != 0 && sum % 11 % 10 == d[8];
    }
}
