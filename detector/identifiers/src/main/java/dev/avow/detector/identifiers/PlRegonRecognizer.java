package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Checksums;

/**
 * REGON, the statistical number of Polish businesses.
 *
 * <p>Specification: regulation of the Council of Ministers of 30 November 2015: nine digits, mod 11
 * with the weights 8, 9, 2, 3, 4, 5, 6, 7 (ten counts as zero); a local unit has five more, over
 * the weights 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8. One number in ten passes, so a word must name
 * it.
 *
 * <p>Legal basis: of a sole trader it identifies a natural person (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code 123456785}.
 */
final class PlRegonRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("pl_regon", 2);
    private static final int LENGTH = 9;
    private static final int LOCAL = 14;
    private static final EuNaming NAMING = EuNaming.of("regon", "statystyczny");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << LENGTH | 1 << LOCAL;
    }

    /** None: a word must name it. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        EuNumber local = EuNumber.read(run, group, LOCAL);
        if (local != null && isValid(local.digits()) && isLocal(local.digits())) {
            local.report(NAMING, EuNumber.NEVER, sink);
            return;
        }
        EuNumber number = EuNumber.read(run, group, LENGTH);
        if (number != null && isValid(number.digits())) {
            number.report(NAMING, EuNumber.NEVER, sink);
        }
    }

    /** Whether the first nine digits are a valid number. */
    static boolean isValid(int[] d) {
        int sum = Checksums.weighted(d, 8, 9, 2, 3, 4, 5, 6, 7);
        return sum != 0 && sum % 11 % 10 == d[8];
    }

    private static boolean isLocal(int[] d) {
        return Checksums.weighted(d, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8) % 11 % 10 == d[13];
    }
}
