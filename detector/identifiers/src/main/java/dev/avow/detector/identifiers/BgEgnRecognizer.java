package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * EGN, the uniform civil number of Bulgaria.
 *
 * <p>Specification: Civil Registration Act, article 11: date of birth as {@code YYMMDD}, the month
 * 20 higher before 1900 and 40 higher from 2000 on, three digits, mod 11 with the weights 2, 4, 8,
 * 5, 10, 9, 7, 3, 6. One number in 100 passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 7523169263}.
 */
final class BgEgnRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("egn", "egnto", "ЕГН", "егн", "единен", "граждански")
                    .or(EuNaming.PERSON, "bulgarian", "bulgaria", "българия");

    BgEgnRecognizer() {
        super("bg_egn", 10, NAMING, BgEgnRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int month = EuDates.two(d, 2);
        int plain = month > 40 ? month - 40 : month > 20 ? month - 20 : month;
        int sum = Checksums.weighted(d, 2, 4, 8, 5, 10, 9, 7, 3, 6);
        return EuDates.isDate(EuDates.two(d, 0), plain, EuDates.two(d, 4)) && sum % 11 % 10 == d[9];
    }
}
