package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Luhn;
import dev.avow.detector.validators.Numbers;

/**
 * IMEI, the number of a mobile device.
 *
 * <p>Specification: 3GPP TS 23.003, section 6.2: eight digits of type allocation, six of serial
 * number, a Luhn digit. One number in ten passes Luhn, so a word that names it must stand near, or
 * the groups be those of print: 2-6-6-1.
 *
 * <p>Legal basis: an identifier of a device (GDPR recital 30).
 *
 * <p>Fictitious example: {@code 49-015420-323751-8}.
 */
final class ImeiRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("imei", 2);
    private static final int LENGTH = 15;
    private static final ContextWords NAMES =
            ContextWords.of("imei", "handset", "device", "telefon", "handy", "mobile");

    @Override
    public FindingType type() {
        return TYPE;
    }

    /** All fifteen. */
    @Override
    public int lengths() {
        return 1 << LENGTH;
    }

    /** 2-6-6-1. */
    @Override
    public int headsAmidNumbers() {
        return 1 << 2;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        int last = Numbers.last(run, group, LENGTH, NAMES);
        if (last < 0
                || !Luhn.passes(run, run.firstDigit(group), LENGTH)
                || isOneDigit(run, run.firstDigit(group))) {
            return;
        }
        boolean named = NAMES.near(run.text(), run.start(group), run.end(last));
        if (named || Numbers.grouped(run, group, last, 2, 6, 6, 1)) {
            sink.found(
                    run.start(group),
                    run.end(last),
                    named ? Confidence.CHECKSUM_IN_CONTEXT : Confidence.WEAK_CHECKSUM,
                    Reason.CHECKSUM);
        }
    }

    private static boolean isOneDigit(NumberRun run, int first) {
        for (int i = 1; i < LENGTH; i++) {
            if (run.digit(first + i) != run.digit(first)) {
                return false;
            }
        }
        return true;
    }
}
