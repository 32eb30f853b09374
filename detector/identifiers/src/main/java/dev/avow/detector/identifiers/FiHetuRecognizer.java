package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Shape;

/**
 * Henkilötunnus, the personal identity code of Finland.
 *
 * <p>Specification: Act 661/2009 and decree 128/2010: day of birth as {@code DDMMYY}, a sign for
 * the century ({@code +}, {@code -} or {@code U} to {@code Y}, {@code A} to {@code F}), three
 * digits, and a letter or digit by the nine digits modulo 31. With a letter it may stand alone; one
 * with digits and a dash alone looks like the numbers of Denmark and Sweden, so a word must name
 * it.
 *
 * <p>Legal basis: GDPR Article 87; Finnish Data Protection Act, section 29.
 *
 * <p>Fictitious example: {@code 131052-308T}.
 */
final class FiHetuRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("fi_hetu", 2);
    private static final int DATE = 6;
    private static final int DIGITS = 9;
    private static final String SIGNS = "+-ABCDEFUVWXY";
    private static final String CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final EuNaming NAMING =
            EuNaming.of(
                            "hetu",
                            "henkilotunnus",
                            "henkilotunnukseni",
                            "henkilotunnuksen",
                            "henkilotunnusta",
                            "henkilotunnuksesi",
                            "personbeteckning",
                            "sotu")
                    .or(EuNaming.PERSON, "finnish", "finland");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int lengths() {
        return 1 << DATE;
    }

    /** None: a word or a letter of its own stands by it. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        if (run.digitCount(group) != DATE || !Shape.freeBefore(run.text(), run.start(group))) {
            return;
        }
        Text text = run.text();
        int start = run.start(group);
        int[] digits = new int[DIGITS];
        for (int i = 0; i < DATE; i++) {
            digits[i] = run.digit(run.firstDigit(group) + i);
        }
        int p = text.skipIgnorable(run.end(group));
        if (SIGNS.indexOf(upper(text.at(p))) < 0 || !EuDates.dayFirst(digits, 0)) {
            return;
        }
        p += Text.size(text.at(p));
        for (int i = DATE; i < DIGITS; i++) {
            char c = Text.of(text.at(p));
            if (c < '0' || c > '9') {
                return;
            }
            digits[i] = c - '0';
            p += Text.size(text.at(p));
        }
        int check = CHECKS.indexOf(upper(text.at(p)));
        int end = p + Text.size(text.at(p));
        if (check >= 0
                && check == Checksums.rest(digits, 0, DIGITS, CHECKS.length())
                && Shape.freeAfter(text, end)) {
            boolean letter = check > 9 || upper(text.at(run.end(group))) >= 'A';
            double alone = letter ? Confidence.CHECKSUM : EuNumber.NEVER;
            double confidence = Math.max(alone, NAMING.confidence(text, start, end));
            if (confidence > 0) {
                sink.found(start, end, confidence, Reason.CHECKSUM);
            }
        }
    }

    private static char upper(int unit) {
        char c = Text.of(unit);
        return c >= 'a' && c <= 'z' ? (char) (c & ~0x20) : c;
    }
}
