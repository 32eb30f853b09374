package dev.avow.detector.engine;

import dev.avow.detector.api.Finding;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks into base64 wherever it stands: in a sentence, a {@code data:} URL, a value of JSON.
 *
 * <p>What is found there is reported as the groups of four letters that say it, so that the rest
 * can still be read. Where two values share a group it belongs to the first.
 *
 * <p>Linear: only every sixteenth character is looked at until there is a word that is long enough.
 * It may begin behind a slash or an escape too; at each such place its first letters mostly say
 * that it is no text, and it is read on from {@value #MOST_TRIES} places at most. What it says is
 * scanned once, and is shorter by a quarter. Nothing is made for a text without such a word.
 */
final class Base64Texts {

    private static final int MOST_TRIES = 4;
    private static final int STEP = Base64Window.SHORTEST;
    private static final boolean[] LETTERS = new boolean[128];

    static {
        for (char c = 0; c < LETTERS.length; c++) {
            // The last two begin an escaped slash or a percent-encoded sign.
            LETTERS[c] = Base64Window.value(c) >= 0 || c == '%' || c == '\\';
        }
    }

    private final char[] chars;
    private final Function<String, List<Finding>> scanner;
    private final Consumer<Finding> sink;
    private final Base64Window window;

    /**
     * @param scanner finds what a text holds
     * @param sink takes what is found, with its place in this text
     */
    Base64Texts(
            char[] chars,
            Text text,
            Function<String, List<Finding>> scanner,
            Consumer<Finding> sink) {
        this.chars = chars;
        this.scanner = scanner;
        this.sink = sink;
        this.window = new Base64Window(text);
    }

    /** Where the first word from a place on begins that is long enough; the end where none is. */
    static int next(char[] chars, int from) {
        int word = from;
        while (word + STEP <= chars.length) {
            int p = word + STEP;
            while (p > word && isLetter(chars[p - 1])) {
                p--;
            }
            if (p == word) {
                return word;
            }
            word = p;
        }
        return chars.length;
    }

    /** Reads the word that begins at a place; returns where to go on. */
    int read(int word) {
        int end = word + STEP;
        while (end < chars.length && isLetter(chars[end])) {
            end++;
        }
        int tries = 0;
        for (int p = word; p + STEP <= end && tries < MOST_TRIES; p++) {
            if ((p == word || mayBegin(p)) && window.begins(p)) {
                tries++;
                if (window.first(p)) {
                    return Math.max(end, all());
                }
            }
        }
        return end;
    }

    private boolean mayBegin(int place) {
        return chars[place - 1] == '/'
                || (place > 1 && chars[place - 2] == '\\')
                || (place > 2 && chars[place - 3] == '%');
    }

    private int all() {
        int end;
        do {
            end = window.end();
            report(scanner.apply(window.said()));
        } while (window.next());
        return end;
    }

    private void report(List<Finding> findings) {
        int last = 0;
        for (Finding each : findings) {
            int start = Math.max(last, window.start(each.start()));
            last = window.end(each.end());
            if (start < last) {
                sink.accept(
                        new Finding(each.type(), start, last, each.confidence(), each.reason()));
            }
        }
    }

    private static boolean isLetter(char c) {
        return c < LETTERS.length && LETTERS[c];
    }
}
