package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * AMKA, the Greek social security number.
 *
 * <p>Specification: Law 3655/2008, article 153: date of birth as {@code DDMMYY}, four digits, Luhn.
 * One number in 280 passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 01013099997}.
 */
final class GrAmkaRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("amka", "αμκα", "ΑΜΚΑ").or(EuNaming.INSURANCE, "greek", "greece");

    GrAmkaRecognizer() {
        super("gr_amka", 11, NAMING, GrAmkaRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        return EuDates.dayFirst(d, 0) && Checksums.luhn(d);
    }
}
