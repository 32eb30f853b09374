package dev.avow.detector.validators;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a text between signs. {@link String#split} does the same with a regular expression,
 * whose engine would go into every browser.
 */
public final class Parts {

    private Parts() {}

    /**
     * Parts a text at every one of the signs.
     *
     * @param text may be empty: then it is its own one part
     * @param signs the characters to part at
     * @return at least one; those between two signs in a row, at the beginning and at the end are
     *     empty
     */
    public static String[] of(String text, String signs) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts.toArray(String[]::new);
    }
}
