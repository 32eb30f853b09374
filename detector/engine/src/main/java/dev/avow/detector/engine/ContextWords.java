package dev.avow.detector.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words that say what a number nearby is.
 *
 * <p>Compared as whole words without case or accents; {@code phoneNumber} and {@code phone_number}
 * count as two words. Words of scripts written without blanks count where they stand within a
 * longer sequence of letters. Immutable and safe for threads.
 */
public final class ContextWords {

    /** How far before a value a word counts, in UTF-16 code units. */
    public static final int BEFORE = 48;

    /** How far after a value a word counts, in UTF-16 code units. */
    public static final int AFTER = 24;

    /** The longest word that counts; the official names of numbers are long in German. */
    private static final int LONGEST = 32;

    private final Set<String> latin;
    private final List<String> other;

    private ContextWords(Set<String> latin, List<String> other) {
        this.latin = latin;
        this.other = other;
    }

    /** Words in lower case without accents; not empty. */
    public static ContextWords of(String... words) {
        Set<String> latin = new HashSet<>();
        List<String> other = new ArrayList<>();
        for (String word : words) {
            if (Chars.isOtherLetter(word.charAt(0))) {
                other.add(word);
            } else {
                latin.add(word);
            }
        }
        return new ContextWords(latin, other);
    }

    /** Whether one of the words stands before or after a value. */
    public boolean near(Text text, int start, int end) {
        return before(text, start) || after(text, end);
    }

    /** Whether one of the words stands within {@link #BEFORE} characters before a place. */
    public boolean before(Text text, int start) {
        return within(text, Math.max(0, start - BEFORE), start);
    }

    /** Whether one of the words stands within so many characters before a place. */
    public boolean before(Text text, int start, int reach) {
        return within(text, Math.max(0, start - reach), start);
    }

    /** Whether one of the words stands within {@link #AFTER} characters after a place. */
    public boolean after(Text text, int end) {
        return within(text, end, Math.min(text.length(), end + AFTER));
    }

    /** Whether one of the words ends right at a place, with nothing between. */
    public boolean glued(Text text, int start) {
        int p = start;
        while (p > start - LONGEST) {
            int unit = text.before(p);
            if (!Chars.isLatin(Text.of(unit))) {
                break;
            }
            p -= Text.size(unit);
        }
        return p < start && within(text, p, start, true);
    }

    private boolean within(Text text, int from, int to) {
        return within(text, from, to, false);
    }

    private boolean within(Text text, int from, int to, boolean glued) {
        char[] word = new char[LONGEST];
        int size = 0;
        boolean lower = false;
        int p = from;
        // A word that the window cuts is not whole.
        boolean whole = from == 0 || !isLetter(Text.of(text.before(from)));
        while (p < to) {
            int unit = text.at(p);
            char c = Text.of(unit);
            p += Math.max(1, Text.size(unit));
            if (c == Text.IGNORABLE) {
                continue;
            }
            boolean letter = isLetter(c);
            boolean upper = c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
            if (size > 0 && (!letter || (upper && lower))) {
                if (whole && size <= LONGEST && has(word, size)) {
                    return true;
                }
                size = 0;
            }
            if (letter) {
                if (size < LONGEST) {
                    word[size] = Chars.plain(c);
                }
                size++;
            } else {
                whole = true;
            }
            lower = letter && !upper;
        }
        boolean cut = !glued && p < text.length() && isLetter(Text.of(text.at(p)));
        return whole && !cut && size > 0 && size <= LONGEST && has(word, size);
    }

    private boolean has(char[] word, int size) {
        String found = new String(word, 0, size);
        if (latin.contains(found)) {
            return true;
        }
        for (String term : other) {
            if (found.contains(term)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return Chars.isLatin(c) || Chars.isOtherLetter(c);
    }
}
