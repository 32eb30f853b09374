package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Confidence;

/**
 * National register number of Belgium (Rijksregisternummer, numéro national).
 *
 * <p>Specification: Royal decree of 3 April 1984: date of birth as {@code YYMMDD}, three digits of
 * the order, two of the check: 97 minus the nine before modulo 97, with a 2 before them for births
 * from 2000 on. The month may be 0 where it is not known and is 20 or 40 higher in bis numbers;
 * these need a word, a whole date needs none.
 *
 * <p>Legal basis: GDPR Article 87 (national identification numbers).
 *
 * <p>Fictitious example: {@code 85.07.30-033.28}.
 */
final class BeNationalNumberRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("be_national_number", 2);
    private static final int LENGTH = 11;

    private static final EuNaming NAMING =
            EuNaming.of(
                            "rijksregisternummer",
                            "rijksregister",
                            "registre",
                            "national",
                            "niss",
                            "insz",
                            "rrn",
                            "nn",
                            "nationaal",
                            "nationalregisternummer")
                    .or(EuNaming.PERSON, "belgian", "belgium", "belgie", "belgique");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << LENGTH;
    }

    /** Together, 6-3-2 or 2-2-2-3-2. */
    @Override
    public int headsAmidNumbers() {
        return 1 << LENGTH | 1 << 6 | 1 << 2;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        EuNumber number = EuNumber.read(run, group, LENGTH);
        if (number != null && isValid(number.digits())) {
            number.report(NAMING, alone(number), sink);
        }
    }

    /** Whether digits of the right number are a valid one. */
    static boolean isValid(int[] d) {
        int month = EuDates.two(d, 2) % 20;
        boolean date = month <= 12 && EuDates.two(d, 2) < 53 && EuDates.two(d, 4) <= 31;
        int check = EuDates.two(d, 9);
        int rest = Checksums.rest(d, 0, 9, 97);
        // A 2 before nine digits adds 2,000,000,000.
        return date && (check == 97 - rest || check == 97 - (rest + 2_000_000_000) % 97);
    }

    private static double alone(EuNumber number) {
        boolean written =
                number.together() || number.grouped(2, 2, 2, 3, 2) || number.grouped(6, 3, 2);
        boolean certain = written && EuDates.yearFirst(number.digits(), 0);
        return certain ? Confidence.CHECKSUM : EuNumber.NEVER;
    }
}
