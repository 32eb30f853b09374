package dev.avow.detector.terms;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Shape;
import java.util.Set;

/**
 * Case number of the Court of Justice of the European Union.
 *
 * <p>Specification: Rules of Procedure of the Court of Justice, article 21, and of the General
 * Court: C or T, the number of the case and the year in two digits.
 *
 * <p>Legal basis: a case relates to its parties (GDPR Article 4(1)).
 *
 * <p>Example: {@code C-311/18}.
 */
final class EuCaseNumberRecognizer implements Recognizer.OfWords {

    private static final int LONGEST = 12;

    @Override
    public FindingType type() {
        return LegalReference.TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of("c", "t");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        char c = text.raw(start);
        if ((c != 'C' && c != 'T') || !Shape.freeBefore(text, start)) {
            return;
        }
        Window window = Window.after(text, end, LONGEST);
        if (window.sign('-')
                && window.next() != '0'
                && window.digits(1, 4)
                && window.sign('/')
                && window.digits(2, 2)
                && window.free()) {
            LegalReference.distinct(start, window.place(), sink);
        }
    }
}
