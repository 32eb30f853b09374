package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;

/** The line of a street before a flat: capitalised words and at least one number. */
final class StreetLine {

    private static final int MOST_PARTS = 8;
    private static final int MOST_SEPARATORS = 8;

    private StreetLine() {}

    /** Where the street starts that stands before a flat; the flat's own start where none does. */
    static int before(Text text, int flat) {
        int p = flat;
        for (int i = 0; i < MOST_SEPARATORS && isSeparator(text.seenBefore(p)); i++) {
            p -= Text.size(text.before(p));
        }
        int words = 0;
        int begin = flat;
        int firstWord = flat;
        boolean number = false;
        for (int i = 0; i < MOST_PARTS; i++) {
            int digits = digits(text, p);
            if (digits < p) {
                number = true;
                begin = words > 0 || i == 0 ? digits : begin;
                p = digits;
            } else {
                if (text.seenBefore(p) == '.') {
                    p--;
                }
                Word word = Word.endingAt(text, p);
                if (word == null || (!word.capital() && !StreetWords.isParticle(word))) {
                    break;
                }
                words++;
                p = word.start();
                firstWord = word.capital() ? p : firstWord;
                begin = number && words < 5 && begin > p && i > 0 ? firstWord : begin;
            }
            if (text.seenBefore(p) != ' ') {
                break;
            }
            p -= Text.size(text.before(p));
        }
        return number && words > 0 ? begin : flat;
    }

    /** Where up to three capitalised words start that stand before a place, on the line before. */
    static int wordsBefore(Text text, int place) {
        int p = place;
        for (int i = 0; i < 2 && isSeparator(text.seenBefore(p)); i++) {
            p -= Text.size(text.before(p));
        }
        int begin = place;
        for (int i = 0; i < 3; i++) {
            Word word = Word.endingAt(text, p);
            if (word == null || !word.capital()) {
                break;
            }
            begin = word.start();
            p = begin - 1;
            if (text.seenBefore(begin) != ' ') {
                break;
            }
        }
        return begin;
    }

    private static int digits(Text text, int end) {
        int p = end;
        while (end - p < 6 && Chars.isDigit(text.seenBefore(p))) {
            p -= Text.size(text.before(p));
        }
        return p;
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == ',' || c == '\n' || c == '\r' || c == '>' || c == '?';
    }
}
