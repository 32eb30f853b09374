package dev.avow.detector.names;

import java.util.Arrays;

/**
 * What is particular to German: small words by which it is told from other languages, and nouns
 * made of others, of which no list has all.
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
        return (gazetteer.flags(Hash.mix(hash)) & Gazetteer.GERMAN) != 0;
    }
}
