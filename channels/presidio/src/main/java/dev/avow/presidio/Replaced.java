package dev.avow.presidio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with something else in some places.
 *
 * @param items what was put in, from the text's end to its start, as Presidio answers it
 */
record Replaced(String text, List<Item> items) {

    /**
     * One replacement.
     *
     * @param start in the new text, in code points, inclusive
     * @param end in the new text, in code points, exclusive
     * @param text what stands there now
     * @param operator the operator's name
     * @param score the result's; null where it had none
     */
    record Item(
            int start,
            int end,
            String entityType,
            String text,
            String operator,
            @Nullable Double score) {

        /** No text: kept or decrypted, it is content. */
        @Override
        public String toString() {
            return "Item of " + text.length();
        }
    }

    Replaced {
        items = List.copyOf(items);
    }

    /** Its length, never the text. */
    @Override
    public String toString() {
        return "Replaced of " + text.length();
    }
}
