package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;

/**
 * NIP, the tax number of Polish businesses.
 *
 * <p>Specification: Act of 13 October 1995 on the registration of taxpayers: ten digits, mod 11
 * with the weights 6, 5, 7, 2, 3, 4, 5, 6, 7. Written together, 3-3-2-2 or 3-2-2-3. One number in
 * eleven passes, so a word must name it.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code 123-456-32-18}.
 */
final class PlNipRecognizer extends NamedNumber {

    private static final EuNaming NAMING =
            EuNaming.of("nip", "podatnika", "podatkowy")
                    .or(EuNaming.TAX, "polish", "poland", "polska");

    PlNipRecognizer() {
        super("pl_nip", 10, NAMING, PlNipRecognizer::isValid);
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        return d[0] != 0 && Checksums.weighted(d, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == d[9];
    }
}
