package dev.avow.presidio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Raises the score of what stands behind a word of its recognizer's context, as Presidio's {@code
 * LemmaContextAwareEnhancer} does by default: five words before, the word itself, and what the
 * request gives as context; by 0.35, to 0.4 at least. Presidio compares lemmas; here words are
 * compared as they stand, in lower case, which substring matching makes much the same.
 */
final class ContextBoost {

    private static final double FACTOR = 0.35;
    private static final double LEAST = 0.4;
    private static final int WORDS_BEFORE = 5;

    /** How far to look at most, in code units. */
    private static final int REACH = 400;

    /** Words that count for nothing, such as Presidio's language model leaves out. */
    private static final Set<String> STOP_WORDS =
            Set.of(
                    "a", "an", "and", "are", "as", "at", "be", "by", "for", "her", "his", "i", "in",
                    "is", "it", "my", "of", "on", "or", "our", "that", "the", "their", "this", "to",
                    "was", "were", "with", "you", "your");

    private ContextBoost() {}

    /**
     * @param words the recognizer's context words
     * @param given what the request gives as context
     */
    static Result boost(String text, Result result, List<String> words, List<String> given) {
        if (words.isEmpty()) {
            return result;
        }
        List<String> around = wordsUpTo(text, result.start());
        given.forEach(word -> around.add(word.toLowerCase(Locale.ROOT)));
        for (String word : words) {
            String wanted = word.toLowerCase(Locale.ROOT);
            if (around.stream().anyMatch(each -> each.contains(wanted))) {
                double score = Math.min(1, Math.max(LEAST, result.score() + FACTOR));
                return result.improved(score, word);
            }
        }
        return result;
    }

    /** The word at a place and those before it. */
    private static List<String> wordsUpTo(String text, int start) {
        List<String> words = new ArrayList<>();
        int end = start;
        int last = Math.min(text.length(), start + REACH);
        while (end < last && DenyList.isWord(text.charAt(end))) {
            end++;
        }
        int first = Math.max(0, start - REACH);
        int at = end;
        while (at > first && words.size() <= WORDS_BEFORE) {
            int wordEnd = at;
            while (at > first && DenyList.isWord(text.charAt(at - 1))) {
                at--;
            }
            if (at < wordEnd) {
                String word = text.substring(at, wordEnd).toLowerCase(Locale.ROOT);
                if (!STOP_WORDS.contains(word)) {
                    words.add(word);
                }
            } else {
                at--;
            }
        }
        return words;
    }
}
