package dev.avow.presidio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Words that are always found, where no letter, digit or underscore stands beside them. Presidio
 * makes one regular expression with look-around of them; here every place where a word may begin is
 * looked up by length, so that the time does not grow with the number of words.
 */
final class DenyList {

    /** The rank of each term: of several at one place, the first in the caller's order counts. */
    private final Map<String, Integer> ranks = new HashMap<>();

    private final TreeSet<Integer> lengths = new TreeSet<>();
    private final boolean ignoreCase;

    DenyList(List<String> terms, boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
        for (String term : terms) {
            if (!term.isEmpty()) {
                ranks.putIfAbsent(folded(term), ranks.size());
                lengths.add(term.length());
            }
        }
    }

    void find(
            String text,
            String entity,
            double score,
            Explanation why,
            Deadline deadline,
            Results results,
            List<Result> into) {
        String folded = folded(text);
        int at = 0;
        while (at < folded.length()) {
            if ((at & 0x3ff) == 0) {
                deadline.check();
            }
            int end = isWordBefore(folded, at) ? -1 : endOfTerm(folded, at);
            if (end > at) {
                results.count();
                into.add(new Result(entity, at, end, score, why));
                at = end;
            } else {
                at++;
            }
        }
    }

    private int endOfTerm(String folded, int at) {
        int best = Integer.MAX_VALUE;
        int found = -1;
        for (int length : lengths) {
            int end = at + length;
            if (end > folded.length()) {
                break;
            }
            if (end < folded.length() && isWord(folded.codePointAt(end))) {
                continue;
            }
            Integer rank = ranks.get(folded.substring(at, end));
            if (rank != null && rank < best) {
                best = rank;
                found = end;
            }
        }
        return found;
    }

    /** Char by char, so that every place stays where it is. */
    private String folded(String text) {
        if (!ignoreCase) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(Character.toUpperCase(chars[i]));
        }
        return new String(chars);
    }

    private static boolean isWordBefore(String text, int at) {
        return at > 0 && isWord(text.codePointBefore(at));
    }

    /** Python's {@code \w}. */
    static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_';
    }
}
