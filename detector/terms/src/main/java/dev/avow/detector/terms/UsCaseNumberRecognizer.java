package dev.avow.detector.terms;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Phrases;
import java.util.Set;

/**
 * Docket number of the US Supreme Court and the courts of appeals.
 *
 * <p>Specification: Rules of the Supreme Court of the United States, rule 34; Federal Rules of
 * Appellate Procedure, rule 12: the year in two digits, a dash and up to five digits. Much else is
 * numbered so, therefore a word of the courts has to stand near.
 *
 * <p>Legal basis: a case relates to its parties (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code Smith v. Jones, No. 19-123}.
 */
final class UsCaseNumberRecognizer implements Recognizer.OfWords {

    private static final int LONGEST = 14;
    private static final Phrases WORDS =
            Phrases.of(
                    "v",
                    "vs",
                    "court",
                    "docket",
                    "case",
                    "cases",
                    "cir",
                    "circuit",
                    "scotus",
                    "cert",
                    "certiorari",
                    "petition",
                    "petitioner",
                    "slip op");

    @Override
    public FindingType type() {
        return LegalReference.TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of("no", "nos");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        Window window = Window.after(text, end, LONGEST);
        if (!window.sign('.')) {
            return;
        }
        window.blanks();
        if (window.digits(2, 2)
                && window.sign('-')
                && window.digits(1, 5)
                && window.free()
                && WORDS.near(text, start, window.place())) {
            LegalReference.named(start, window.place(), sink);
        }
    }
}
