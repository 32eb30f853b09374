package dev.avow.detector.terms;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import java.util.Set;

/**
 * European Case Law Identifier.
 *
 * <p>Specification: Council conclusions 2011/C 127/01: {@code ECLI}, country, court, year and an
 * ordinal of up to 25 letters, digits and dots, parted by colons.
 *
 * <p>Legal basis: a case relates to its parties (GDPR Article 4(1)), a criminal one under Article
 * 10.
 *
 * <p>Example: {@code ECLI:EU:C:2020:559}.
 */
final class EcliRecognizer implements Recognizer.OfWords {

    private static final int LONGEST = 60;
    private static final int ORDINAL = 25;

    @Override
    public FindingType type() {
        return LegalReference.TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of("ecli");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        Window window = Window.after(text, end, LONGEST);
        if (window.sign(':')
                && window.word().length() == 2
                && window.sign(':')
                && part(window, 7) > 0
                && window.sign(':')
                && window.digits(4, 4)
                && window.sign(':')
                && part(window, ORDINAL) > 0) {
            LegalReference.distinct(start, window.place(), sink);
        }
    }

    /** Reads letters, digits and dots between them; returns how many. */
    private static int part(Window window, int most) {
        int count = 0;
        int end = window.place();
        while (count < most && (isWord(window.next()) || window.next() == '.')) {
            boolean dot = window.sign('.');
            if (!dot) {
                window.go(window.place() + 1);
                end = window.place();
            }
            count++;
        }
        window.go(end);
        return count;
    }

    private static boolean isWord(char c) {
        return Chars.isAsciiLetter(c) || Chars.isDigit(c);
    }
}
