package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Confidence;

/**
 * Fødselsnummer and D-nummer, the Norwegian numbers of persons.
 *
 * <p>Specification: Forskrift til folkeregisterloven, sections 2-2-1 to 2-2-4: day of birth as
 * {@code DDMMYY} (the day 40 higher in a D-nummer), three digits, two check digits mod 11. Date and
 * two check digits leave one number in 1,700, so it may stand alone.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 15076500565}.
 */
final class NoFodselsnummerRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("no_fodselsnummer", 2);
    private static final int LENGTH = 11;

    private static final EuNaming NAMING =
            EuNaming.of("fodselsnummer", "personnummer", "fnr", "dnummer", "fodselsnr")
                    .or(EuNaming.PERSON, "norwegian", "norway", "norge", "norsk");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << LENGTH;
    }

    /** Together or 6-5. */
    @Override
    public int headsAmidNumbers() {
        return 1 << LENGTH | 1 << 6;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        EuNumber number = EuNumber.read(run, group, LENGTH);
        if (number != null && isValid(number.digits())) {
            boolean written = number.together() || number.grouped(6, 5);
            number.report(NAMING, written ? Confidence.CHECKSUM : EuNumber.NEVER, sink);
        }
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int day = EuDates.two(d, 0);
        boolean date =
                EuDates.isDate(EuDates.two(d, 4), EuDates.two(d, 2), day > 40 ? day - 40 : day);
        return date
                && Checksums.weighted(d, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && Checksums.weighted(d, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }
}
