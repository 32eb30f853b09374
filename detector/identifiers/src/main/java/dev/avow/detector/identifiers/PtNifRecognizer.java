package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * NIF, the Portuguese tax number of persons and businesses.
 *
 * <p>Specification: Decreto-Lei 14/2013: nine digits, mod 11 with the weights 9 to 2; the first
 * digits say what it is of (1 to 3 and 45 persons, 5, 6, 7, 8 and 9 others). One number in twelve
 * passes, so a word must name it.
 *
 * <p>Legal basis: personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 123456789}.
 */
final class PtNifRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("nif", "contribuinte", "nipc")
                    .or(EuNaming.TAX, "portuguese", "portugal", "identificacao", "numero");

    PtNifRecognizer() {
        super("pt_nif", 9, NAMING, PtNifRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        boolean kind = d[0] != 0 && (d[0] != 4 || d[1] == 5);
        int rest = Checksums.weighted(d, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return kind && d[8] == (rest < 2 ? 0 : 11 - rest);
    }
}
