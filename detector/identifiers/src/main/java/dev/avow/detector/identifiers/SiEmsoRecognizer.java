package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * EMŠO, the personal number of Slovenia; elsewhere in former Yugoslavia JMBG.
 *
 * <p>Specification: Zakon o centralnem registru prebivalstva: date of birth as {@code DDMMYYY}, two
 * digits of the region (50 in Slovenia), three of sex and order, mod 11 with the weights 7 to 2
 * twice. Times in milliseconds have thirteen digits too, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 0101006500006}.
 */
final class SiEmsoRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("emso", "emšo", "emŠo", "jmbg", "maticna", "matična")
                    .or(EuNaming.PERSON, "slovenian", "slovenia", "slovenije");

    SiEmsoRecognizer() {
        super("si_emso", 13, NAMING, SiEmsoRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int year = d[4] * 100 + EuDates.two(d, 5);
        int full = year >= 800 ? 1000 + year : 2000 + year;
        int rest = Checksums.weighted(d, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return Checksums.isDate(full, EuDates.two(d, 2), EuDates.two(d, 0))
                && d[12] == (11 - rest) % 11 % 10;
    }
}
