package dev.avow.detector.identifiers;

/**
 * Unique Taxpayer Reference of the United Kingdom.
 *
 * <p>Specification: HMRC, UTR modulus 11 check: ten digits, of which the first is the check digit
 * over the others with the weights 6, 7, 8, 9, 10, 5, 4, 3, 2. One number in eleven passes, so a
 * word must name it.
 *
 * <p>Legal basis: personal data under UK GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code 11234 56789}.
 */
final class UkUtrRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("utr", "utrs", "hmrc")
                    .or(EuNaming.TAX, "uk", "british", "britain", "unique", "reference");

    UkUtrRecognizer() {
        super("uk_utr", 10, NAMING, UkUtrRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int rest =
                (6 * d[1] + 7 * d[2] + 8 * d[3] + 9 * d[4] + 10 * d[5] + 5 * d[6] + 4 * d[7]
                                + 3 * d[8] + 2 * d[9])
                        % 11;
        int check = rest < 2 ? 2 - rest : 11 - rest;
        return d[0] == check;
    }
}
