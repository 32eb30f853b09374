package dev.avow.detector.terms;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import java.util.Set;

/**
 * Neutral citation of the United Kingdom's courts and of those that cite alike.
 *
 * <p>Specification: Practice Direction (Judgments: Neutral Citations) [2002] 1 WLR 346: the year in
 * brackets, court, in the Court of Appeal its division, and number; the High Court's division
 * follows in parentheses.
 *
 * <p>Legal basis: a case relates to its parties (GDPR Article 4(1)).
 *
 * <p>Example: {@code [2020] UKSC 1}.
 */
final class NeutralCitationRecognizer implements Recognizer.OfWords {

    private static final int LONGEST = 24;
    private static final int YEAR = 7;
    private static final Set<String> DIVISIONS =
            Set.of(
                    "Civ", "Crim", "Admin", "Ch", "QB", "KB", "Fam", "Comm", "TCC", "Pat", "IPEC",
                    "TC", "AAC", "IAC", "LC", "GRC", "HESC", "Costs", "Admlty", "B");

    @Override
    public FindingType type() {
        return LegalReference.TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of(
                "uksc", "ukhl", "ukpc", "ewca", "ewhc", "ewcop", "ewfc", "ukut", "ukftt", "ukeat",
                "eat", "csih", "csoh", "hcjac", "nica", "niqb", "niekb", "iesc", "ieca", "iehc",
                "hca", "fca", "nzsc", "nzca", "nzhc", "sgca", "sghc");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        Window year = Window.before(text, start, YEAR);
        if (!year.sign('[') || !year.digits(4, 4) || !year.sign(']') || !year.blanks()) {
            return;
        }
        Window window = Window.after(text, end, LONGEST);
        if (!window.blanks() || !division(window) || !window.digits(1, 5)) {
            return;
        }
        int last = window.place();
        if (window.blanks() && window.sign('(')) {
            boolean known = DIVISIONS.contains(window.word()) && window.sign(')');
            last = known ? window.place() : last;
        }
        LegalReference.distinct(start - YEAR, last, sink);
    }

    /** Reads {@code Civ} or {@code Crim} and a blank where they stand. */
    private static boolean division(Window window) {
        String word = window.word();
        return word.isEmpty() || (DIVISIONS.contains(word) && window.blanks());
    }
}
