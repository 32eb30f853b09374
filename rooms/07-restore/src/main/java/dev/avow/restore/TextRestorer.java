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
        int start = keepsake.nextStart(text, 0);
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
                keepsake.unmaskedOriginal(pseudonym.get(), UnmaskAccess.granted())
                        .ifPresent(original -> appendOriginal(original, shown));
                copied = start + pseudonym.get().length();
                start = keepsake.nextStart(text, copied);
            } else if (limit == text.length() && keepsake.isProperPrefix(rest)) {
                held = rest;
                return shown.append(text, copied, start).toString();
            } else {
                start = keepsake.nextStart(text, start + 1);
            }
        }
        return shown.append(text, copied, text.length()).toString();
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

    private void appendOriginal(String original, StringBuilder shown) {
        if (insideJson) {
            JsonSplice.escape(original, shown);
        } else {
            shown.append(original);
        }
    }
}
