package dev.avow.detector.identifiers;

/**
 * Sozialversicherungsnummer of Austria.
 *
 * <p>Specification: ASVG, section 31: three digits, of which the first is not 0, the check digit
 * (mod 11 with the weights 3, 7, 9, 5, 8, 4, 2, 1, 6 over the others), date of birth as {@code
 * DDMMYY}, the month up to 15 where numbers ran out. One number in 270 passes, so a word must name
 * it.
 *
 * <p>Legal basis: GDPR Article 87; it is the key to health data (Article 9).
 *
 * <p>Fictitious example: {@code 1237 010180}.
 */
final class AtSvnrRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of(
                            "svnr",
                            "sv",
                            "svnummer",
                            "sozialversicherungsnr",
                            "versicherungsnr",
                            "sozialversicherungsnummer",
                            "versicherungsnummer",
                            "sozialversicherung",
                            "svn",
                            "vsnr",
                            "ecard")
                    .or(EuNaming.INSURANCE, "austrian", "austria", "osterreich");

    AtSvnrRecognizer() {
        super("at_svnr", 10, NAMING, AtSvnrRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int month = EuDates.two(d, 6);
        boolean date = (month >= 13 && month <= 15) || EuDates.dayFirst(d, 4);
        int sum =
                3 * d[0] + 7 * d[1] + 9 * d[2] + 5 * d[4] + 8 * d[5] + 4 * d[6] + 2 * d[7] + d[8]
                        + 6 * d[9];
        return d[0] != 0 && date && sum % 11 == d[3];
    }
}
