package dev.avow.engines.guards;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text's words as rules compare them: small letters without accents, and without the characters
 * that cannot be seen. Time is linear.
 *
 * @param words the words
 * @param starts for each where it starts in the text, in UTF-16 code units
 * @param ends for each where it ends, exclusive
 */
record Words(List<String> words, List<Integer> starts, List<Integer> ends) {

    /** A longer word is none that a rule has. */
    private static final int LONGEST = 24;

    static Words of(String text) {
        List<String> words = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = -1;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                start = start < 0 ? at : start;
                if (word.length() <= LONGEST) {
                    word.appendCodePoint(c);
                }
            } else if (start >= 0 && !Hidden.isInvisible(c)) {
                add(word, start, at, words, starts, ends);
                start = -1;
            }
            at = next;
        }
        if (start >= 0) {
            add(word, start, text.length(), words, starts, ends);
        }
        return new Words(words, starts, ends);
    }

    private static void add(
            StringBuilder word,
            int start,
            int end,
            List<String> words,
            List<Integer> starts,
            List<Integer> ends) {
        words.add(bare(word.toString()));
        starts.add(start);
        ends.add(end);
        word.setLength(0);
    }

    static String bare(String word) {
        boolean plain = true;
        for (int at = 0; at < word.length() && plain; at++) {
            plain = word.charAt(at) < 0x80;
        }
        if (plain) {
            return word.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    int size() {
        return words.size();
    }
}
