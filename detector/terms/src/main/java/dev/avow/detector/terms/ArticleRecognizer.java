package dev.avow.detector.terms;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import java.util.Set;

/**
 * An article or section of a law.
 *
 * <p>Specification: Interinstitutional style guide of the EU, annex A3 ({@code Article 6(1)(f)
 * GDPR}); Légifrance ({@code article L. 1234-5 du Code du travail}); OSCOLA ({@code s. 8 of the
 * Data Protection Act 2018}); likewise in German and Spanish. The law has to be named: a contract
 * and a newspaper have articles too.
 *
 * <p>Legal basis: what somebody is told about law tells of a case (GDPR Articles 4(1) and 10).
 *
 * <p>Example: {@code Art. 6(1)(f) GDPR}.
 */
final class ArticleRecognizer implements Recognizer.OfWords {

    private static final int LONGEST = 120;
    private static final int NUMBER_WITHIN = 8;

    @Override
    public FindingType type() {
        return LegalReference.TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of(
                "art",
                "arts",
                "article",
                "articles",
                "artikel",
                "artikels",
                "articulo",
                "articulos",
                "articolo",
                "artigo",
                "s",
                "ss",
                "sec",
                "section",
                "sections");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        if (!digitSoon(text, end) || (word.equals("s") && isApostrophe(text.seenBefore(start)))) {
            return;
        }
        Window window = Window.after(text, end, LONGEST);
        window.sign('.');
        window.blanks();
        if (!Provisions.number(window)) {
            return;
        }
        Provisions.parts(window);
        if (Laws.named(window, word.equals("art"))) {
            LegalReference.distinct(start, window.place(), sink);
        }
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean digitSoon(Text text, int end) {
        int most = Math.min(text.length(), end + NUMBER_WITHIN);
        for (int i = end; i < most; i++) {
            if (Chars.isDigit(text.raw(i))) {
                return true;
            }
        }
        return false;
    }
}
