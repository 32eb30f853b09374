package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
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
final class PlNipRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("pl_nip", 2);
    private static final int LENGTH = 10;

    private static final EuNaming NAMING =
            EuNaming.of("nip", "podatnika", "podatkowy")
                    .or(EuNaming.TAX, "polish", "poland", "polska");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << LENGTH;
    }

    /** None: a word must name it. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        EuNumber number = EuNumber.read(run, group, LENGTH);
        if (number != null && isValid(number.digits())) {
            number.report(NAMING, EuNumber.NEVER, sink);
        }
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        return d[0] != 0 && Checksums.weighted(d, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == d[9];
    }
}
