package dev.avow.restore;

import dev.avow.json.JsonSplice;
import dev.avow.mask.Keepsake;
import dev.avow.mask.UnmaskAccess;
import java.util.Optional;

/**
 * Puts originals back into one text that comes in pieces.
 *
 * <p>A piece may end inside a pseudonym. What could still become one is held back until the next
 * piece decides: at most one pseudonym's length, and nothing where no pseudonym could begin. Each
 * character is looked at a bounded number of times. Not safe for more than one thread.
 */
final class TextRestorer {

    private final Keepsake keepsake;
    private boolean insideJson;
    private boolean begun;
    private String held = "";

    /**
     * @param keepsake the request's
     * @param insideJson whether the text is JSON, so that an original must be escaped to fit; a
     *     text that begins with a brace is taken for JSON in any case
     */
    TextRestorer(Keepsake keepsake, boolean insideJson) {
        this.keepsake = keepsake;
        this.insideJson = insideJson;
    }

    /** Takes a piece and returns what may be shown of all so far. */
    String feed(String piece) {
        if (keepsake.isEmpty()) {
            return piece;
        }
        if (!begun && !piece.isBlank()) {
            begun = true;
            insideJson |= piece.stripLeading().charAt(0) == '{';
        }
        String text = held.isEmpty() ? piece : held + piece;
        held = "";
        Starts starts = new Starts(text);
        int start = starts.next(0);
        if (start < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 32);
        int copied = 0;
        while (start >= 0) {
            int limit = Math.min(text.length(), start + keepsake.longestPseudonym());
            String rest = text.substring(start, limit);
            Optional<String> pseudonym = keepsake.leading(rest);
            if (pseudonym.isPresent()) {
                shown.append(text, copied, start);
                append(pseudonym.get(), false, shown);
                copied = start + pseudonym.get().length();
                start = starts.next(copied);
                continue;
            }
            WrittenPseudonym.Read read = WrittenPseudonym.at(text, start, keepsake);
            WrittenPseudonym written = read.found();
            if (written != null) {
                shown.append(text, copied, written.start());
                append(written.pseudonym(), written.inUrl(), shown);
                copied = written.end();
                start = starts.next(copied);
            } else if (read.open() || (limit == text.length() && keepsake.isProperPrefix(rest))) {
                held = text.substring(start);
                return shown.append(text, copied, start).toString();
            } else {
                start = starts.next(start + 1);
            }
        }
        return shown.append(text, copied, text.length()).toString();
    }

    /** The places at which a pseudonym could begin. Each kind is searched for once. */
    private final class Starts {
        private final String text;
        private int given;
        private int slash;
        private int percent;

        Starts(String text) {
            this.text = text;
            this.given = keepsake.nextStart(text, 0);
            this.slash = text.indexOf('\\');
            this.percent = text.indexOf('%');
        }

        int next(int from) {
            if (given >= 0 && given < from) {
                given = keepsake.nextStart(text, from);
            }
            if (slash >= 0 && slash < from) {
                slash = text.indexOf('\\', from);
            }
            if (percent >= 0 && percent < from) {
                percent = text.indexOf('%', from);
            }
            return earlier(given, earlier(slash, percent));
        }

        private static int earlier(int one, int other) {
            return one < 0 || (other >= 0 && other < one) ? other : one;
        }
    }

    /** What is still held back; nothing follows it. */
    String finish() {
        String last = held;
        held = "";
        return last;
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    private void append(String pseudonym, boolean inUrl, StringBuilder shown) {
        Optional<String> original = keepsake.unmaskedOriginal(pseudonym, UnmaskAccess.granted());
        if (original.isEmpty()) {
            return;
        }
        if (inUrl) {
            shown.append(WrittenPseudonym.encoded(original.get()));
        } else if (insideJson) {
            JsonSplice.escape(original.get(), shown);
        } else {
            shown.append(original.get());
        }
    }
}
