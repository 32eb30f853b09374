package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * NHS number, of patients in England, Wales and the Isle of Man.
 *
 * <p>Specification: NHS Data Dictionary, NHS NUMBER: ten digits, mod 11 with the weights 10 to 2; a
 * check digit of ten is not issued. Written 3-3-4. One number in eleven passes, as many American
 * telephone numbers do, so a word must name it.
 *
 * <p>Legal basis: health data under UK GDPR Article 9.
 *
 * <p>Fictitious example: {@code 943 476 5919}.
 */
final class UkNhsRecognizer extends NamedNumber {

    private static final EuNaming NAMING = EuNaming.of("nhs", "patient");

    UkNhsRecognizer() {
        super("uk_nhs", 10, NAMING, UkNhsRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int sum = Checksums.weighted(d, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        return sum % 11 == 0 && d[0] != 0;
    }
}
