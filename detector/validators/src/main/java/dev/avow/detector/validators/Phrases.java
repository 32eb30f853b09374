package dev.avow.detector.validators;

import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Words and phrases that say what a value nearby is.
 *
 * <p>Single words are {@link ContextWords}. A phrase is two words or more, such as {@code social
 * security}, that stand one right after the other with anything but letters between, in any case
 * and without accents; {@code taxFileNumber} is three words. It reaches as far as context words do.
 *
 * <p>Immutable and safe for threads. A look reads a constant number of characters.
 */
public final class Phrases {

    private final ContextWords words;
    private final List<String> phrases;

    private Phrases(ContextWords words, List<String> phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    /** Words, and phrases with one blank between words, in lower case without accents. */
    public static Phrases of(String... terms) {
        List<String> words = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        for (String term : terms) {
            if (term.indexOf(' ') < 0) {
                words.add(term);
            } else {
                phrases.add(' ' + term + ' ');
            }
        }
        return new Phrases(ContextWords.of(words.toArray(String[]::new)), List.copyOf(phrases));
    }

    /** The single words, for what takes words alone. */
    public ContextWords words() {
        return words;
    }

    /** Whether one of them stands before or after a value. */
    public boolean near(Text text, int start, int end) {
        return before(text, start, ContextWords.BEFORE) || after(text, end);
    }

    /** Whether one of them stands within so many characters before a place. */
    public boolean before(Text text, int start, int reach) {
        return words.before(text, start, reach)
                || (!phrases.isEmpty() && holds(text, Math.max(0, start - reach), start));
    }

    /** Whether one of them stands within {@link ContextWords#AFTER} characters after a place. */
    public boolean after(Text text, int end) {
        int to = Math.min(text.length(), end + ContextWords.AFTER);
        return words.after(text, end) || (!phrases.isEmpty() && holds(text, end, to));
    }

    private boolean holds(Text text, int from, int to) {
        String plain = text.spacedWords(from, to);
        for (String phrase : phrases) {
            if (plain.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Prints how many there are. */
    @Override
    public String toString() {
        return "phrases[" + phrases.size() + "]";
    }
}
