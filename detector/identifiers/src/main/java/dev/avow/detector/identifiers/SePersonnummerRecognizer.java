package dev.avow.detector.identifiers;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Checksums;
import java.util.Arrays;

/**
 * Personnummer and samordningsnummer, the Swedish numbers of persons.
 *
 * <p>Specification: Folkbokföringslag (1991:481), section 18, and SKV 704: date of birth as {@code
 * YYMMDD} or {@code YYYYMMDD} (the day 60 higher in a samordningsnummer), three digits, Luhn over
 * the ten without the century; a dash before the last four. Numbers of orders begin with a date
 * too, and one in ten of them passes, so a word must name it. The plus sign of those over a hundred
 * is not read.
 *
 * <p>Legal basis: GDPR Article 87; lag (2018:218), chapter 3, section 10.
 *
 * <p>Fictitious example: {@code 640823-3234}.
 */
final class SePersonnummerRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("se_personnummer", 2);
    private static final int SHORT = 10;
    private static final int LONG = 12;
    private static final EuNaming NAMING =
            EuNaming.of(
                            "personnummer",
                            "personnr",
                            "samordningsnummer",
                            "personnumret",
                            "pnr",
                            "fodelsenummer")
                    .or(EuNaming.PERSON, "swedish", "sweden", "svensk", "svenskt", "sverige");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << SHORT | 1 << LONG;
    }

    /** None: a word must name it. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        EuNumber number = EuNumber.read(run, group, LONG);
        if (number != null) {
            int century = EuDates.two(number.digits(), 0);
            boolean known = century >= 18 && century <= 20;
            if (known && isValid(Arrays.copyOfRange(number.digits(), 2, LONG))) {
                number.report(NAMING, EuNumber.NEVER, sink);
            }
            return;
        }
        number = EuNumber.read(run, group, SHORT);
        if (number != null && isValid(number.digits())) {
            number.report(NAMING, EuNumber.NEVER, sink);
        }
    }

    /** Whether ten digits, without the century, are a valid one. */
    static boolean isValid(int[] d) {
        int day = EuDates.two(d, 4);
        int plain = day > 60 ? day - 60 : day;
        return EuDates.isDate(EuDates.two(d, 0), EuDates.two(d, 2), plain) && Checksums.luhn(d);
    }
}
