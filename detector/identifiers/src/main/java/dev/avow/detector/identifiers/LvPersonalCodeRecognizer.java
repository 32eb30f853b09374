package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * Personas kods, the personal code of Latvia.
 *
 * <p>Specification: Law on the Register of Natural Persons: until 2017 date of birth as {@code
 * DDMMYY}, century, three digits; since then {@code 32} and eight digits; then mod 11 with the
 * weights 10, 5, 8, 4, 2, 1, 6, 3, 7, 9. Written 6-5 with a dash. One number in 280 passes, so a
 * word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 161175-19997}.
 */
final class LvPersonalCodeRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("personas", "kods", "personaskods", "pk")
                    .or(EuNaming.PERSON, "latvian", "latvia", "latvijas");

    LvPersonalCodeRecognizer() {
        super("lv_personal_code", 11, NAMING, LvPersonalCodeRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        boolean old = EuDates.dayFirst(d, 0) && d[6] <= 2;
        boolean recent = d[0] == 3 && d[1] == 2;
        int sum = 1 + Checksums.weighted(d, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9);
        return (old || recent) && sum % 11 % 10 == d[10];
    }
}
