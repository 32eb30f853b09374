package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * Cod numeric personal, of persons in Romania.
 *
 * <p>Specification: Law 105/1996: sex and century, date of birth as {@code YYMMDD}, county (01 to
 * 52), three digits, mod 11 with the weights 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9 (10 counts as 1).
 * Times in milliseconds have thirteen digits too, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 1800101221144}.
 */
final class RoCnpRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("cnp", "numeric", "personal", "buletin")
                    .or(EuNaming.PERSON, "romanian", "romania");

    RoCnpRecognizer() {
        super("ro_cnp", 13, NAMING, RoCnpRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int county = EuDates.two(d, 7);
        int rest = Checksums.weighted(d, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return d[0] != 0
                && EuDates.yearFirst(d, 1)
                && ((county >= 1 && county <= 52) || county == 70 || county >= 80)
                && d[12] == (rest == 10 ? 1 : rest);
    }
}
