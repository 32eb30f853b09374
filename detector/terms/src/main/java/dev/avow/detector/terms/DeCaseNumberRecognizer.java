package dev.avow.detector.terms;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Shape;
import java.util.HashSet;
import java.util.Set;

/**
 * File number of a German court.
 *
 * <p>Specification: Aktenordnung of the Länder and of the federal courts: senate in Roman or Arabic
 * numerals, register, number and year in two digits. Registers of one letter, as lower courts have,
 * need a word that names a court or a file number.
 *
 * <p>Legal basis: a case relates to its parties (GDPR Article 4(1)), a criminal one under Article
 * 10.
 *
 * <p>Fictitious example: {@code I ZR 123/20}.
 */
final class DeCaseNumberRecognizer implements Recognizer.OfWords {

    private static final int LONGEST = 12;
    private static final int SENATE = 7;
    private static final Set<String> LOWER = Set.of("o", "u", "w", "c", "ca", "sa", "ks", "ls");
    private static final Set<String> FEDERAL =
            Set.of(
                    "zr", "zb", "za", "arz", "str", "ars", "bvr", "bvl", "bvf", "bve", "bvg", "bvq",
                    "azr", "abr", "azb", "azn", "kzr", "kvr", "enzr");
    private static final ContextWords COURTS =
            ContextWords.of(
                    "az",
                    "aktenzeichen",
                    "lg",
                    "olg",
                    "ag",
                    "kg",
                    "arbg",
                    "lag",
                    "urteil",
                    "beschluss",
                    "landgericht",
                    "amtsgericht",
                    "oberlandesgericht",
                    "arbeitsgericht");

    @Override
    public FindingType type() {
        return LegalReference.TYPE;
    }

    @Override
    public Set<String> words() {
        Set<String> words = new HashSet<>(LOWER);
        words.addAll(FEDERAL);
        return words;
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        char c = text.raw(start);
        if (c < 'A' || c > 'Z') {
            return;
        }
        Window window = Window.after(text, end, LONGEST);
        boolean number =
                window.blanks()
                        && window.digits(1, 5)
                        && window.sign('/')
                        && window.digits(2, 2)
                        && window.free();
        int from = number ? senate(text, start) : -1;
        if (from < 0) {
            return;
        }
        if (FEDERAL.contains(word)) {
            LegalReference.distinct(from, window.place(), sink);
        } else if (COURTS.near(text, from, window.place())) {
            LegalReference.named(from, window.place(), sink);
        }
    }

    /** Where the senate before a register begins, or -1. */
    private static int senate(Text text, int start) {
        Window window = Window.before(text, start, SENATE);
        String chars = window.all();
        int at = chars.length() - 1;
        if (at < 1 || chars.charAt(at) != ' ') {
            return -1;
        }
        int end = at;
        while (at > 0 && isNumeral(chars.charAt(at - 1))) {
            at--;
        }
        int place = window.place() + at;
        return at < end && Shape.freeBefore(text, place) ? place : -1;
    }

    private static boolean isNumeral(char c) {
        return c == 'I' || c == 'V' || c == 'X' || Chars.isDigit(c);
    }
}
