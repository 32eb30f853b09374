package dev.avow.detector.patterns;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import org.jspecify.annotations.Nullable;

/**
 * A word of letters of any script, with apostrophes and hyphens within it.
 *
 * @param start first char
 * @param end after the last char
 * @param plain in lower case without accents; only its first {@value #LONGEST} letters
 * @param capital whether it begins with a capital letter
 */
record Word(int start, int end, String plain, boolean capital) {

    static final int LONGEST = 32;

    /** The word that begins at a place; null where none does. */
    static @Nullable Word at(Text text, int place) {
        StringBuilder plain = new StringBuilder();
        boolean capital = false;
        int p = place;
        int end = place;
        while (plain.length() < LONGEST) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (isLetter(c)) {
                capital |= plain.isEmpty() && !Chars.isLower(c);
                plain.append(Chars.plain(Character.toLowerCase(c)));
                p += Text.size(unit);
                end = p;
            } else if (joins(c) && end == p && !plain.isEmpty()) {
                p += Text.size(unit);
                plain.append('-');
                if (!isLetter(Text.of(text.at(p)))) {
                    plain.setLength(plain.length() - 1);
                    break;
                }
            } else {
                break;
            }
        }
        return end == place ? null : new Word(place, end, plain.toString(), capital);
    }

    /** The word that ends at a place; null where none does. */
    static @Nullable Word endingAt(Text text, int place) {
        int p = place;
        for (int i = 0; i < LONGEST; i++) {
            if (p > 0 && Chars.isAsciiLetter(text.raw(p - 1))) {
                p--;
                continue;
            }
            if (p > 0 && p < place && text.raw(p - 1) == '\\') {
                // The first of the letters was that of an escape: \n.
                p++;
                break;
            }
            int unit = text.before(p);
            char c = Text.of(unit);
            if (!isLetter(c)) {
                boolean inner = joins(c) && p < place;
                if (!inner || !isLetter(text.seenBefore(p - Text.size(unit)))) {
                    break;
                }
            }
            p -= Text.size(unit);
        }
        return p == place ? null : at(text, p);
    }

    private static boolean isLetter(char c) {
        return Chars.isLatin(c) || Chars.isOtherLetter(c);
    }

    private static boolean joins(char c) {
        return c == '\'' || c == '\u2019' || c == '-';
    }

    @Override
    public String toString() {
        return "word[" + plain.length() + "]";
    }
}
