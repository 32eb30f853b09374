package dev.avow.detector.terms;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.validators.Numbers;
import dev.avow.detector.validators.Phrases;
import dev.avow.detector.validators.Surroundings;

/**
 * Number of an appeal to the French Cour de cassation.
 *
 * <p>Specification: Code de l'organisation judiciaire; the court's numbering of pourvois: the year
 * in two digits, a dash, and five digits with a dot after the second.
 *
 * <p>Legal basis: a case relates to its parties (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code n° 12-34.567}.
 */
final class FrCaseNumberRecognizer implements Recognizer.OfNumbers {

    private static final Phrases WORDS =
            Phrases.of(
                    "n", "no", "pourvoi", "pourvois", "cass", "cassation", "arret", "civ", "soc");

    @Override
    public FindingType type() {
        return LegalReference.TYPE;
    }

    /** Two, two and three. */
    @Override
    public int lengths() {
        return 1 << 7;
    }

    /** None: a word must name it. */
    @Override
    public int headsAmidNumbers() {
        return 0;
    }

    @Override
    public void number(NumberRun run, int group, Sink sink) {
        boolean form =
                group + 2 < run.groups()
                        && Numbers.grouped(run, group, group + 2, 2, 2, 3)
                        && run.separatorAfter(group) == NumberRun.DASH
                        && run.separatorAfter(group + 1) == NumberRun.DOT;
        if (form
                && Surroundings.free(run, group, group + 2, WORDS.words())
                && WORDS.before(run.text(), run.start(group), ContextWords.BEFORE)) {
            LegalReference.named(run.start(group), run.end(group + 2), sink);
        }
    }
}
