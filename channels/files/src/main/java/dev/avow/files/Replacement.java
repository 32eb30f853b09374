package dev.avow.files;

import dev.avow.detector.api.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts pseudonyms such as {@code [EMAIL_1]} where the findings stand. One value has one pseudonym
 * in all texts that an instance replaces in. Safe for any thread; prints no content.
 */
final class Replacement {

    private final Map<String, String> pseudonyms = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The findings must be ordered by start and not overlap. */
    String in(String text, List<Finding> findings) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        for (Finding finding : findings) {
            out.append(text, from, finding.start());
            out.append(
                    pseudonym(finding.type().id(), text.substring(finding.start(), finding.end())));
            from = finding.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    private synchronized String pseudonym(String type, String value) {
        String known = pseudonyms.get(type + ' ' + value);
        if (known != null) {
            return known;
        }
        int number = numbers.merge(type, 1, Integer::sum);
        String made = "[" + type.toUpperCase(Locale.ROOT) + "_" + number + "]";
        pseudonyms.put(type + ' ' + value, made);
        return made;
    }
}
