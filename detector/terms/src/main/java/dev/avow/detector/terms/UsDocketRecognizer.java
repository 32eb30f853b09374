package dev.avow.detector.terms;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Shape;
import java.util.Set;

/**
 * Case number of a US district court.
 *
 * <p>Specification: Administrative Office of the US Courts, CM/ECF: office, year in two digits,
 * kind of case and five digits.
 *
 * <p>Legal basis: a case relates to its parties (GDPR Article 4(1)), a criminal one under Article
 * 10.
 *
 * <p>Fictitious example: {@code 1:20-cv-01234}.
 */
final class UsDocketRecognizer implements Recognizer.OfWords {

    private static final int LONGEST = 8;
    private static final int HEAD = 5;

    @Override
    public FindingType type() {
        return LegalReference.TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of("cv", "cr", "md", "mc", "mj", "bk");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        if (start < HEAD) {
            return;
        }
        Window head = Window.before(text, start, HEAD);
        Window tail = Window.after(text, end, LONGEST);
        if (head.digits(1, 1)
                && head.sign(':')
                && head.digits(2, 2)
                && head.sign('-')
                && Shape.freeBefore(text, start - HEAD)
                && tail.sign('-')
                && tail.digits(4, 5)) {
            LegalReference.distinct(start - HEAD, tail.place(), sink);
        }
    }
}
