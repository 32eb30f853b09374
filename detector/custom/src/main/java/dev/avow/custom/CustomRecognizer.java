package dev.avow.custom;

import dev.avow.detector.api.FindingType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recognizer that is configuration. Nothing of it is checked yet; {@link DefinitionRules} does.
 *
 * @param name the id of the type that it reports, in tier 2; may not be a built-in's
 * @param description for people; empty where there is none
 * @param enabled whether it counts
 * @param patterns regular expressions of RE2's syntax; a group named {@code value} is the part that
 *     is reported, where there is one
 * @param words whole words and phrases, in any case
 * @param checksum what the characters of a pattern's match must satisfy; null for nothing
 * @param context words nearby that raise the confidence, in any language and case
 * @param contextRequired whether nothing is reported without one of them
 * @param confidence 0 to 1, without a context word
 * @param matching texts in which it must find something
 * @param notMatching texts in which it must find nothing
 */
public record CustomRecognizer(
        String name,
        String description,
        boolean enabled,
        List<String> patterns,
        List<String> words,
        @Nullable Checksum checksum,
        List<String> context,
        boolean contextRequired,
        double confidence,
        List<String> matching,
        List<String> notMatching)
        implements Definition {

    /** What a custom recognizer's findings belong to. */
    static final int TIER = 2;

    /** Where none is given: a shape that others may have too. */
    static final double USUAL_CONFIDENCE = 0.6;

    public CustomRecognizer {
        patterns = List.copyOf(patterns);
        words = List.copyOf(words);
        context = List.copyOf(context);
        matching = List.copyOf(matching);
        notMatching = List.copyOf(notMatching);
    }

    /** What it reports; the name must have been checked. */
    FindingType type() {
        return new FindingType(name, TIER);
    }

    /** No pattern, word or example: they may hold what must not be seen. */
    @Override
    public String toString() {
        return "CustomRecognizer " + name;
    }
}
