package dev.avow.custom;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;

/** Context words as the engine compares them. */
final class ContextTerms {

    private ContextTerms() {}

    /** Letters in lower case without accents, one blank for all that stands between them. */
    static String plain(String term) {
        StringBuilder plain = new StringBuilder(term.length());
        for (int i = 0; i < term.length(); i++) {
            char c = Chars.fold(term.charAt(i));
            if (Chars.isLatin(c) || Chars.isOtherLetter(c)) {
                plain.append(Chars.plain(Character.toLowerCase(c)));
            } else if (c != Text.IGNORABLE
                    && !plain.isEmpty()
                    && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip();
    }
}
