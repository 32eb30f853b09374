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
 * Venezuelan RIF, the tax number of persons (V, E, P), companies (J) and the state (G).
 *
 * <p>Specification: SENIAT, Providencia 0073 of 2006: the letter, eight digits and a check digit
 * modulo eleven in which the letter counts. Written J-12345678-9 it stands alone; otherwise a word
 * has to name it.
 *
 * <p>Legal basis: personal data under GDPR Article 4(1).
 *
 * <p>Fictitious example: {@code J-30712345-9}.
 */
final class VeRifRecognizer implements Recognizer.OfNumbers {

    private static final FindingType TYPE = new FindingType("ve_rif", 2);
    private static final String LETTERS = "VEJPG";
    private static final Phrases WORDS = Phrases.of("rif", "rifs", "seniat", "informacion fiscal");

    @Override
    public FindingType type() {
        return TYPE;
    }

    /** Eight and a check digit. */
    @Override
    public int lengths() {
        return 1 << 9;
    }

    /** None: a letter stands before it. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        boolean dashed =
                run.digitCount(group) == 8
                        && group + 1 < run.groups()
                        && run.digitCount(group + 1) == 1
                        && run.separatorAfter(group) == NumberRun.DASH;
        if (group > 0 || (!dashed && run.digitCount(group) != 9)) {
            return;
        }
        int last = dashed ? group + 1 : group;
        Text text = run.text();
        int start = LetterBefore.place(text, run.start(group), LETTERS);
        if (start < 0
                || !Surroundings.freeAfter(run, last)
                || !checks(run, LetterBefore.letter(text, start))) {
            return;
        }
        boolean named = WORDS.near(text, start, run.end(last));
        if (named || dashed) {
            double confidence = named ? Confidence.CHECKSUM_IN_CONTEXT : Confidence.WEAK_CHECKSUM;
            sink.found(start, run.end(last), confidence, Reason.CHECKSUM);
        }
    }

    private static boolean checks(NumberRun run, char letter) {
        int[] weights = {3, 2, 7, 6, 5, 4, 3, 2};
        int sum = 4 * (LETTERS.indexOf(letter) + 1);
        for (int i = 0; i < weights.length; i++) {
            sum += run.digit(i) * weights[i];
        }
        int check = 11 - sum % 11;
        return (check > 9 ? 0 : check) == run.digit(8);
    }
}
