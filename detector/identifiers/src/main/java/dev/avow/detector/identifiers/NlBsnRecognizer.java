package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * Burgerservicenummer, the Dutch citizen service number.
 *
 * <p>Specification: Wet algemene bepalingen burgerservicenummer and Logisch ontwerp GBA: nine
 * digits, the "elfproef": the weights 9 to 2 and -1 give a multiple of eleven. One number in eleven
 * passes, so a word must name it.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 111222333}.
 */
final class NlBsnRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of(
                            "bsn",
                            "burgerservicenummer",
                            "sofinummer",
                            "sofi",
                            "persoonsnummer",
                            "burgerservice")
                    .or(EuNaming.PERSON, "dutch", "netherlands", "nederland", "nederlandse");

    NlBsnRecognizer() {
        super("nl_bsn", 9, NAMING, NlBsnRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int sum = Checksums.weighted(d, 9, 8, 7, 6, 5, 4, 3, 2, -1);
        return sum % 11 == 0 && sum != 0;
    }
}
