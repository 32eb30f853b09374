package dev.avow.detector.names;

import java.util.Arrays;

/**
 * What is particular to German: small words by which it is told from other languages, nouns made of
 * others, of which no list has all, and what is called after somebody.
 */
final class German {

    /** Parts of compounds are longer; most shorter ones are there by chance. */
    private static final int SHORTEST_PART = 3;

    private static final int[] WORDS =
            Hash.sorted(
                    """
                    und nicht ist mit fur auf ein eine einen einem einer eines das dem sich auch im
                    zum zur wird wurde wurden werden aus nach oder aber wie sind durch noch nur
                    seine seinen seiner ihre ihren ihrer ich wir vom dass der von zu uber bei wenn
                    sie hat haben hatte kann um vor bis diese dieser als uns unser keine mehr
                    """);

    /** What is called after people, in the forms that stand at the end of such names. */
    private static final int[] CALLED =
            Hash.sorted(
                    """
                    straße straßen strasse platz platzes allee weg ring gasse brücke ufer damm park
                    parks turm tor tunnel viertel siedlung stadt insel schule schulen gymnasium
                    gymnasiums universität hochschule akademie kolleg institut instituts bibliothek
                    archiv museum museums denkmal denkmals theater theaters bühne haus hauses heim
                    halle saal stadion stadions hütte laden kirche kapelle klinik klinikum kaserne
                    kraftwerk werk werke werken preis preises medaille orden pokal cup turnier
                    stiftung verlag chor quartett trio band ensemble dynastie monarchie ära
                    regierung reform reformen gesetz gesetze gesetzes offensive linie plan affäre
                    prozess formel gleichung theorie effekt syndrom krankheit skala zahl funktion
                    """);

    private static final int HYPHEN = Hash.mix('-');

    private German() {}

    /** Whether a word, as {@link Hash#word} gives it, is one. */
    static boolean has(int word) {
        return Arrays.binarySearch(WORDS, word) >= 0;
    }

    /**
     * Whether a word is a known one and another with nothing, or an s, between. Looks once at each
     * character, and once more at the rest after each known beginning.
     *
     * @param from first char
     * @param to after the last char
     */
    static boolean isCompound(Gazetteer gazetteer, char[] text, int from, int to) {
        int hash = Hash.BEGIN;
        int letters = 0;
        int known = 0;
        for (int i = from; i < to - SHORTEST_PART; i++) {
            if (Letters.kind(text[i]) == Letters.MARK) {
                continue;
            }
            char c = Letters.fold(text[i]);
            hash = Hash.next(hash, c);
            letters++;
            boolean ends = letters >= SHORTEST_PART && isPart(gazetteer.flags(Hash.mix(hash)));
            boolean links = c == 's' && known > 0 && letters == known + 1;
            if ((ends || links) && isWord(gazetteer, text, i + 1, to)) {
                return true;
            }
            known = ends ? letters : known;
        }
        return false;
    }

    /**
     * Whether a run without blanks is no name, but what is called after somebody or a part of it,
     * as in {@code Karl-Marx-Straße}. What ends in a word that is a family name too is a name.
     *
     * @param from the first token
     * @param until after the last token
     */
    static boolean isNamedAfter(Tokens t, int from, int until) {
        int last = until - 1;
        for (int i = from; i < last; i++) {
            if (t.end[i] != t.start[i + 1]) {
                return false;
            }
        }
        boolean ends = last - from > 1 && isHyphen(t, last - 1) && isCalled(t, last);
        return ends || (isHyphen(t, until) && isCalled(t, until + 1));
    }

    private static boolean isHyphen(Tokens t, int i) {
        return t.shape[i] == Tokens.SIGN
                && t.word[i] == HYPHEN
                && t.end[i] - t.start[i] == 1
                && t.end[i] == t.start[i + 1];
    }

    private static boolean isCalled(Tokens t, int i) {
        return t.shape[i] == Tokens.CAPITALIZED
                && (t.flags[i] & Gazetteer.LAST) == 0
                && Arrays.binarySearch(CALLED, t.word[i]) >= 0;
    }

    private static boolean isPart(int flags) {
        return (flags & (Gazetteer.GERMAN | Gazetteer.COMMON | Gazetteer.PLACE)) != 0;
    }

    private static boolean isWord(Gazetteer gazetteer, char[] text, int from, int to) {
        int hash = Hash.BEGIN;
        for (int i = from; i < to; i++) {
            if (Letters.kind(text[i]) != Letters.MARK) {
                hash = Hash.next(hash, Letters.fold(text[i]));
            }
        }
        return (gazetteer.flags(Hash.mix(hash)) & (Gazetteer.GERMAN | Gazetteer.LAST))
                == Gazetteer.GERMAN;
    }
}
