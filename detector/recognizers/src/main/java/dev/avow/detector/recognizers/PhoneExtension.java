package dev.avow.detector.recognizers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import java.util.Set;

/**
 * The extension behind a telephone number: {@code ext. 12}, {@code x12}, {@code poste 12}, {@code
 * Durchwahl 12}, {@code ;ext=12} (RFC 3966, section 3), {@code #12} (ITU-T E.123, section 2.6, asks
 * for the word in the language of the reader).
 *
 * <p>Reads at most {@link #FURTHEST} characters.
 */
final class PhoneExtension {

    private static final Set<String> WORDS =
            Set.of(
                    "x",
                    "ext",
                    "extn",
                    "extension",
                    "poste",
                    "durchwahl",
                    "dw",
                    "nebenstelle",
                    "nst",
                    "extensi\u00f3n",
                    "anexo",
                    "interno",
                    "int",
                    "ramal",
                    "toestel",
                    "ankn");

    private static final int FURTHEST = 24;
    private static final int MOST_DIGITS = 6;
    private static final int LONGEST_WORD = 11;

    private PhoneExtension() {}

    /** Where the extension of a number that ends at a place ends; that place where it has none. */
    static int end(Text text, int place) {
        int p = skip(text, place, " ,;(-");
        String word = word(text, p);
        int unit = text.at(p);
        if (word.isEmpty() && Text.of(unit) != '#') {
            return place;
        }
        if (!word.isEmpty() && !WORDS.contains(word)) {
            return place;
        }
        p = word.isEmpty() ? p + Text.size(unit) : afterWord(text, p);
        p = skip(text, p, " .:=-");
        int end = place;
        for (int digits = 0; ; digits++) {
            unit = text.at(p);
            char c = Text.of(unit);
            if (!Chars.isDigit(c)) {
                return Chars.isLatin(c) ? place : end;
            }
            if (digits == MOST_DIGITS || p - place > FURTHEST) {
                return place;
            }
            p += Text.size(unit);
            end = p;
        }
    }

    private static int skip(Text text, int place, String signs) {
        int p = place;
        for (int count = 0; count < 3; count++) {
            int unit = text.at(p);
            if (signs.indexOf(Text.of(unit)) < 0) {
                return p;
            }
            p += Text.size(unit);
        }
        return p;
    }

    private static String word(Text text, int place) {
        StringBuilder word = new StringBuilder(LONGEST_WORD);
        int p = place;
        int unit = text.at(p);
        while (Chars.isLatin(Text.of(unit))) {
            if (word.length() == LONGEST_WORD) {
                return "?";
            }
            word.append(Character.toLowerCase(Text.of(unit)));
            p += Text.size(unit);
            unit = text.at(p);
        }
        return word.toString();
    }

    private static int afterWord(Text text, int place) {
        int p = place;
        int unit = text.at(p);
        while (Chars.isLatin(Text.of(unit))) {
            p += Text.size(unit);
            unit = text.at(p);
        }
        return p;
    }
}
