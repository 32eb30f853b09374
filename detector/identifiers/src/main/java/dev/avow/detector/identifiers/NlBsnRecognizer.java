package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
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
final class NlBsnRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("nl_bsn", 2);
    private static final int LENGTH = 9;

    private static final EuNaming NAMING =
            EuNaming.of(
                            "bsn",
                            "burgerservicenummer",
                            "sofinummer",
                            "sofi",
                            "persoonsnummer",
                            "burgerservice")
                    .or(EuNaming.PERSON, "dutch", "netherlands", "nederland", "nederlandse");

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
        int sum = Checksums.weighted(d, 9, 8, 7, 6, 5, 4, 3, 2, -1);
        return sum % 11 == 0 && sum != 0;
    }
}
