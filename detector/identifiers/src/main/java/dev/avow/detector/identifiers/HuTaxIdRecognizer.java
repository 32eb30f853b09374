package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * Adóazonosító jel, the Hungarian tax number of persons.
 *
 * <p>Specification: Act XX of 1996: {@code 8}, five digits for the day of birth, three of the
 * order, mod 11 with the weights 1 to 9. One number in 110 passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 8071592153}.
 */
final class HuTaxIdRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("ado", "adoazonosito", "adoazonositó", "adoszam")
                    .or(EuNaming.TAX, "hungarian", "hungary", "magyar");

    HuTaxIdRecognizer() {
        super("hu_tax_id", 10, NAMING, HuTaxIdRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        return d[0] == 8 && Checksums.weighted(d, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11 == d[9];
    }
}
