package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Phrases;
import dev.avow.detector.validators.Surroundings;

/**
 * Venezuelan identity card number (cédula).
 *
 * <p>Specification: Ley Orgánica de Identificación, article 16: V for citizens or E for foreigners
 * and six to eight digits. There is no check digit, so a word has to name it.
 *
 * <p>Legal basis: personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code V-12.345.678}.
 */
final class VeCedulaRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("ve_cedula", 2);
    private static final Phrases WORDS =
            Phrases.of("cedula", "cedulas", "ci", "venezolano", "venezolana", "identidad");

    @Override
    public FindingType type() {
        return TYPE;
    }

    /** Six to eight. */
    @Override
    public int lengths() {
        return 1 << 6 | 1 << 7 | 1 << 8;
    }

    /** None: a letter stands before it. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        if (group > 0) {
            return;
        }
        int last = 0;
        while (last + 1 < run.groups()
                && run.separatorAfter(last) == NumberRun.DOT
                && run.digitCount(last + 1) == 3) {
            last++;
        }
        int count = run.digitCount(0, last);
        if (count < 6 || count > 8) {
            return;
        }
        Text text = run.text();
        int start = LetterBefore.place(text, run.start(0), "VE");
        if (start >= 0
                && Surroundings.freeAfter(run, last)
                && WORDS.near(text, start, run.end(last))) {
            sink.found(start, run.end(last), Confidence.DISTINCT_PATTERN, Reason.CONTEXT);
        }
    }
}
