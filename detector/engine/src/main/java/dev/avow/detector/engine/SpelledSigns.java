package dev.avow.detector.engine;

import java.util.List;
import java.util.Set;

/**
 * At signs that are written as a word, so that programs which collect addresses do not see them.
 *
 * <p>In brackets they are looked for wherever a bracket opens. Between blanks {@code at} is the
 * most common of words, so it is looked for only in texts that also spell a dot. Immutable; reads a
 * constant number of characters per place.
 */
final class SpelledSigns {

    private static final Set<String> WORDS =
            Set.of("at", "\u00e4t", "arobase", "arobas", "arroba", "chiocciola", "apenstaartje");

    private static final int LONGEST = 12;

    /** Such signs between blanks. */
    static final List<String> BARE = List.of(" at ", " AT ");

    private SpelledSigns() {}

    /** Whether a character may open a spelled sign. */
    static boolean opens(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    /** Where the spelled sign ends whose bracket opens at a place; -1 where there is none. */
    static int end(char[] chars, int place) {
        int p = blank(chars, place + 1);
        int word = p;
        while (p < chars.length && p - word <= LONGEST && Character.isLetter(chars[p])) {
            p++;
        }
        int letters = p - word;
        p = blank(chars, p);
        if (letters < 2 || letters > LONGEST || p >= chars.length || !closes(chars[p])) {
            return -1;
        }
        char[] lower = new char[letters];
        for (int i = 0; i < letters; i++) {
            lower[i] = Character.toLowerCase(chars[word + i]);
        }
        return WORDS.contains(new String(lower)) ? p + 1 : -1;
    }

    /** Whether a text spells a dot, so that {@code at} may be a sign. */
    static boolean hasDot(String text) {
        return text.contains("dot") || text.contains("DOT");
    }

    private static int blank(char[] chars, int place) {
        return place < chars.length && chars[place] == ' ' ? place + 1 : place;
    }

    private static boolean closes(char c) {
        return c == ')' || c == ']' || c == '}';
    }
}
