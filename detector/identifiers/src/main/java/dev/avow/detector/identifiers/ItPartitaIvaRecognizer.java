package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * Partita IVA, the VAT number of an Italian business or self-employed person.
 *
 * <p>Specification: Agenzia delle Entrate, decreto MEF 23 December 1976: eleven digits, Luhn;
 * digits 8 to 10 are the province. One number in ten passes, so a word must name it.
 *
 * <p>Legal basis: of a self-employed person it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code 07643520567}.
 */
final class ItPartitaIvaRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("partita", "iva", "piva", "fiscale")
                    .or(EuNaming.TAX, "italian", "italy", "italia");

    ItPartitaIvaRecognizer() {
        super("it_partita_iva", 11, NAMING, ItPartitaIvaRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int province = d[7] * 100 + d[8] * 10 + d[9];
        boolean known =
                (province >= 1 && province <= 100)
                        || province == 120
                        || province == 121
                        || province == 888
                        || province == 999;
        return known && Checksums.luhn(d);
    }
}
