package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * OIB, the personal identification number of Croatia.
 *
 * <p>Specification: Zakon o osobnom identifikacijskom broju: eleven digits, ISO 7064 MOD 11,10. One
 * number in ten passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 33392005961}.
 */
final class HrOibRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("oib", "osobni", "identifikacijski")
                    .or(EuNaming.PERSON, "croatian", "croatia", "hrvatska");

    HrOibRecognizer() {
        super("hr_oib", 11, NAMING, HrOibRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        return Checksums.mod11And10(d);
    }
}
