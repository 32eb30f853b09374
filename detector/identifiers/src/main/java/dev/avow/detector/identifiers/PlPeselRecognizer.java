package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * PESEL, the number of persons in Poland.
 *
 * <p>Specification: Act of 24 September 2010 on population records, article 15: date of birth as
 * {@code YYMMDD}, its month 80, 0, 20, 40 or 60 higher for the 19th to the 23rd century, four
 * digits, mod 10 with the weights 1, 3, 7, 9. One number in 55 passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 44051401359}.
 */
final class PlPeselRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("pesel").or(EuNaming.PERSON, "polish", "poland", "polska", "polski");

    PlPeselRecognizer() {
        super("pl_pesel", 11, NAMING, PlPeselRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        boolean date = EuDates.isDate(EuDates.two(d, 0), EuDates.two(d, 2) % 20, EuDates.two(d, 4));
        return date && Checksums.weighted(d, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
    }
}
