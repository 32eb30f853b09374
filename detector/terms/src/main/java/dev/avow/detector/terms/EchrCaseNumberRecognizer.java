package dev.avow.detector.terms;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Phrases;
import java.util.Set;

/**
 * Application number of the European Court of Human Rights.
 *
 * <p>Specification: Rules of Court, rule 47 and the Court's note on citation: a number and the year
 * in two digits. Invoices are numbered alike, so a word of the Court has to stand near.
 *
 * <p>Legal basis: an application relates to the applicant (GDPR Article 4(1)).
 *
 * <p>Fictitious example: {@code application no. 12345/67}.
 */
final class EchrCaseNumberRecognizer implements Recognizer.OfWords {

    private static final int LONGEST = 16;
    private static final Phrases WORDS =
            Phrases.of(
                    "echr",
                    "ecthr",
                    "cedh",
                    "tedh",
                    "egmr",
                    "strasbourg",
                    "application",
                    "applications",
                    "requete",
                    "requetes",
                    "beschwerde",
                    "demanda",
                    "v",
                    "human rights",
                    "droits de l homme");

    @Override
    public FindingType type() {
        return LegalReference.TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of("no", "nos", "n", "nr");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        Window window = Window.after(text, end, LONGEST);
        boolean dot = window.sign('.') || window.sign('\u00B0');
        window.blanks();
        int first = window.place();
        if ((dot || word.length() > 1)
                && window.digits(3, 5)
                && window.sign('/')
                && window.digits(2, 2)
                && window.free()
                && WORDS.near(text, start, window.place())) {
            LegalReference.named(first, window.place(), sink);
        }
    }
}
