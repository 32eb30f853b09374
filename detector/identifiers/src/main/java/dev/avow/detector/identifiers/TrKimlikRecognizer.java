package dev.avow.detector.identifiers;

/**
 * T.C. kimlik numarası, the Turkish identity number.
 *
 * <p>Specification: Nüfus ve Vatandaşlık İşleri, MERNIS: eleven digits, the first not 0; the tenth
 * is seven times the odd places less the even ones, modulo 10, the last the sum of the others
 * modulo 10. One number in 110 passes, so a word must name it.
 *
 * <p>Legal basis: KVKK (law 6698), article 3; GDPR Article 87.
 *
 * <p>Fictitious example: {@code 10000000146}.
 */
final class TrKimlikRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("kimlik", "tckn", "tcno", "tckimlik", "vatandaslik", "mernis")
                    .or(EuNaming.PERSON, "turkish", "turkey", "turkiye");

    TrKimlikRecognizer() {
        super("tr_kimlik", 11, NAMING, TrKimlikRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int odd = d[0] + d[2] + d[4] + d[6] + d[8];
        int even = d[1] + d[3] + d[5] + d[7];
        return d[0] != 0
                && Math.floorMod(7 * odd - even, 10) == d[9]
                && (odd + even + d[9]) % 10 == d[10];
    }
}
