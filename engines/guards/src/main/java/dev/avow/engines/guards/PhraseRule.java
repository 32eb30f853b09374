package dev.avow.engines.guards;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A phrase: an opening word, and near after it words of one or two kinds, in either order.
 *
 * @param openings words that may open it
 * @param middles of these one must be near; empty asks for none
 * @param objects of these one must be near
 * @param window how many words after the opening are near
 * @param confidence 0 to 1
 */
record PhraseRule(
        Set<String> openings,
        Set<String> middles,
        Set<String> objects,
        int window,
        double confidence) {

    static PhraseRule of(
            String openings, String middles, String objects, int window, double confidence) {
        return new PhraseRule(set(openings), set(middles), set(objects), window, confidence);
    }

    private static Set<String> set(String words) {
        Set<String> set = new HashSet<>(Arrays.asList(words.split(" ", -1)));
        set.remove("");
        return Set.copyOf(set);
    }

    /** The last word of the phrase that opens there; -1 where none does. */
    int end(Words text, int opening) {
        if (!openings.contains(text.words().get(opening))) {
            return -1;
        }
        int middle = middles.isEmpty() ? opening : -1;
        int object = -1;
        int last = Math.min(text.size() - 1, opening + window);
        for (int at = opening + 1; at <= last; at++) {
            String word = text.words().get(at);
            if (middle < 0 && middles.contains(word)) {
                middle = at;
            } else if (object < 0 && objects.contains(word)) {
                object = at;
            }
        }
        return middle < 0 || object < 0 ? -1 : Math.max(middle, object);
    }
}
