package dev.avow.detector.secrets;

import dev.avow.detector.engine.Chars;
import java.util.Collection;

/**
 * The last two letters that some words have, so that most other words can be told from them by a
 * look. Words whose end is not of the 26 Latin letters are not in it. Immutable and safe for
 * threads.
 */
final class WordEnds {

    private final boolean[] pairs = new boolean[32 * 32];

    private WordEnds() {}

    /** The ends of all words of some lists; each word has two letters at least. */
    static WordEnds of(Collection<? extends Collection<String>> lists) {
        WordEnds ends = new WordEnds();
        for (Collection<String> words : lists) {
            for (String word : words) {
                char previous = word.charAt(word.length() - 2);
                char last = word.charAt(word.length() - 1);
                if (Chars.isAsciiLetter(previous) && Chars.isAsciiLetter(last)) {
                    ends.pairs[index(previous, last)] = true;
                }
            }
        }
        return ends;
    }

    /** Whether a word may end with two of the 26 Latin letters, in either case. */
    boolean has(char previous, char last) {
        return pairs[index(previous, last)];
    }

    private static int index(char previous, char last) {
        return (previous & 31) << 5 | (last & 31);
    }
}
