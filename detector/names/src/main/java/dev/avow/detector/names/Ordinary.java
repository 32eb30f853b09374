package dev.avow.detector.names;

import java.util.Arrays;

/**
 * Ordinary words that are written like a name: a heading, a part of a compound with hyphens, the
 * day of a date.
 *
 * <p>Headings have capitals as names do ({@code Operating Systems}); they are told by what stands
 * around them in documents, since a signature's company has such words too.
 */
final class Ordinary {

    private static final int[] DAYS = Hash.sorted("mon tue wed thu fri sat sun");
    private static final int COMMA = Hash.mix(',');
    private static final int HASH = Hash.mix('#');
    private static final int HYPHEN = Hash.mix('-');
    private static final int EQUALS = Hash.mix('=');

    private Ordinary() {}

    /** Whether the words from one token to another, exclusive, are no name. */
    static boolean are(Tokens t, int from, int until) {
        return isDay(t, from, until)
                || isInCompound(t, from, until)
                || isSmallCompound(t, from, until)
                || (isHeading(t, from, until) && areCommon(t, from, until));
    }

    /** Whether an ordinary word stands where the family name should, and no name before it. */
    static boolean endsInWord(Tokens t, int from, int until) {
        int names = Gazetteer.FIRST | Gazetteer.LAST;
        boolean word = (t.flags[until - 1] & (names | Gazetteer.COMMON)) == Gazetteer.COMMON;
        return word
                && (t.flags[from] & Gazetteer.WIDESPREAD) == 0
                && t.shape[from] != Tokens.INITIAL
                && Features.label(t, from) == 0;
    }

    /** Whether a word is an ordinary one, and no common first name too. */
    static boolean isWord(Tokens t, int token) {
        int name = Gazetteer.FIRST | Gazetteer.WIDESPREAD;
        int flags = t.flags[token];
        return (flags & Gazetteer.COMMON) != 0 && (flags & name) != name;
    }

    /** A day of the week in front of a date, as RFC 5322 writes it: {@code Thu, 24 Sep 2009}. */
    private static boolean isDay(Tokens t, int from, int until) {
        return until - from == 1
                && t.word[until] == COMMA
                && t.shape[until + 1] == Tokens.NUMBER
                && Arrays.binarySearch(DAYS, t.word[from]) >= 0;
    }

    /** Small letters right behind or before a hyphen, as {@code turbo} in {@code libjpeg-turbo}. */
    private static boolean isInCompound(Tokens t, int from, int until) {
        boolean behind = t.word[from - 1] == HYPHEN && t.end[from - 1] == t.start[from];
        boolean letter = behind && t.shape[from - 2] == Tokens.INITIAL;
        boolean before = t.word[until] == HYPHEN && t.start[until] == t.end[until - 1];
        return (t.shape[from] == Tokens.LOWER && (behind || (before && until - from == 1)))
                || (letter && t.end[from - 2] == t.start[from - 1]);
    }

    /** All in small letters with hyphens, and not all of them names: {@code my-package}. */
    private static boolean isSmallCompound(Tokens t, int from, int until) {
        boolean known = true;
        for (int i = from; i < until; i++) {
            boolean sign = (i - from) % 2 == 1;
            boolean glued = i == from || t.start[i] == t.end[i - 1];
            if (!glued || (sign ? t.word[i] != HYPHEN : t.shape[i] != Tokens.LOWER)) {
                return false;
            }
            known &= sign || (t.flags[i] & Gazetteer.NAME) != 0;
        }
        return until - from > 2 && !known;
    }

    /** Whether nothing else stands in the line, and it is marked as a heading or set apart. */
    private static boolean isHeading(Tokens t, int from, int until) {
        int start = from;
        while (start > t.first() && t.shape[start - 1] == Tokens.SIGN) {
            start--;
        }
        boolean alone = t.shape[start - 1] == Tokens.LINE_END && t.shape[until] == Tokens.LINE_END;
        if (!alone) {
            return false;
        }
        boolean marked = start < from && t.word[start] == HASH;
        boolean rule =
                t.shape[until + 1] == Tokens.SIGN
                        && t.end[until + 1] - t.start[until + 1] > 2
                        && (t.word[until + 1] == EQUALS || t.word[until + 1] == HYPHEN);
        boolean apart =
                t.shape[start - 2] == Tokens.LINE_END && t.shape[until + 1] == Tokens.LINE_END;
        return marked || rule || (apart && until < t.last());
    }

    /** Ordinary words, two or more, that no list has as a person's first or last name. */
    private static boolean areCommon(Tokens t, int from, int until) {
        int words = 0;
        int names = 0;
        for (int i = from; i < until; i++) {
            if (t.shape[i] != Tokens.SIGN) {
                boolean last = i == until - 1;
                int flags = t.flags[i];
                words++;
                names += (flags & (Gazetteer.FIRST | Gazetteer.LAST)) != 0 ? 1 : 0;
                if ((flags & Gazetteer.COMMON) == 0 || (last && (flags & Gazetteer.PLACE) != 0)) {
                    return false;
                }
            }
        }
        return words > 1 && names < words;
    }
}
