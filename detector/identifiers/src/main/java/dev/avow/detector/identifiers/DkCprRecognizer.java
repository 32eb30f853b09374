package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Checksums;

/**
 * CPR number, of persons in Denmark.
 *
 * <p>Specification: CPR-kontoret, Personnummeret i CPR: date of birth as {@code DDMMYY}, four
 * digits, a dash between. Since 2007 numbers are given out whose mod 11 check (weights 4, 3, 2, 7,
 * 6, 5, 4, 3, 2, 1) fails, so the date and a word that names it must do; the check only makes it
 * surer.
 *
 * <p>Legal basis: GDPR Article 87; databeskyttelsesloven, section 11.
 *
 * <p>Fictitious example: {@code 211062-5629}.
 */
final class DkCprRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("dk_cpr", 2);
    private static final int LENGTH = 10;
    private static final EuNaming NAMING =
            EuNaming.of("cpr", "cprnr", "cprnummer", "personnummer", "personnr", "personnumre")
                    .or(EuNaming.PERSON, "danish", "denmark", "dansk", "danmark");

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
        if (number == null
                || !(number.together() || number.grouped(6, 4))
                || !EuDates.dayFirst(number.digits(), 0)) {
            return;
        }
        boolean checked =
                Checksums.weighted(number.digits(), 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
        Reason reason = checked ? Reason.CHECKSUM : Reason.CONTEXT;
        number.report(NAMING, EuNumber.NEVER, reason, sink);
    }
}
