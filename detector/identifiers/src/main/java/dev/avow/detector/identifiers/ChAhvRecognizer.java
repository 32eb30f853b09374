package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Confidence;

/**
 * AHV number, the Swiss social insurance number.
 *
 * <p>Specification: AHVV, article 133: {@code 756}, nine digits, the check digit of an EAN-13. No
 * article number begins with 756, and one number in 10,000 passes, so it may stand alone.
 *
 * <p>Legal basis: Swiss Federal Act on Old-Age and Survivors' Insurance, articles 153b to 153i.
 *
 * <p>Fictitious example: {@code 756.9217.0769.85}.
 */
final class ChAhvRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("ch_ahv", 2);
    private static final int LENGTH = 13;

    private static final EuNaming NAMING =
            EuNaming.of(
                    "ahv",
                    "avs",
                    "ahvn",
                    "navs",
                    "nss",
                    "sozialversicherungsnummer",
                    "oasi",
                    "versichertennummer");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << LENGTH;
    }

    /** Together or 3-4-4-2. */
    @Override
    public int headsAmidNumbers() {
        return 1 << LENGTH | 1 << 3;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        EuNumber number = EuNumber.read(run, group, LENGTH);
        if (number != null && isValid(number.digits())) {
            boolean written = number.together() || number.grouped(3, 4, 4, 2);
            number.report(NAMING, written ? Confidence.CHECKSUM : EuNumber.NEVER, sink);
        }
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        return d[0] == 7
                && d[1] == 5
                && d[2] == 6
                && Checksums.weighted(d, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
    }
}
