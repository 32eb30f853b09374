package dev.avow.custom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values that are never reported, or always. Nothing of it is checked yet; {@link DefinitionRules}
 * does.
 *
 * @param name for people, 1 to 100 characters
 * @param description for people; empty where there is none
 * @param enabled whether it counts
 * @param kind whether its values are allowed or denied
 * @param type the finding type's id: of an allow list the one that it is about, null for all; of a
 *     deny list the one that is reported
 * @param match how a value is compared
 * @param values the values, or patterns of RE2's syntax
 */
public record DetectionList(
        String name,
        String description,
        boolean enabled,
        Kind kind,
        @Nullable String type,
        Match match,
        List<String> values)
        implements Definition {

    /** What a list is for. */
    public enum Kind {
        /** Never reported. */
        ALLOW,
        /** Always reported. */
        DENY;

        /** As it stands in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String id) {
            return List.of(values()).stream().filter(each -> each.id().equals(id)).findFirst();
        }
    }

    /** How a value is compared with what stands in a text. */
    public enum Match {
        /** Char by char. */
        EXACT,
        /** Without case. */
        IGNORE_CASE,
        /** A regular expression that must match the whole of what was found; allow lists only. */
        PATTERN;

        /** As it stands in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Match> of(String id) {
            return List.of(values()).stream().filter(each -> each.id().equals(id)).findFirst();
        }
    }

    public DetectionList {
        values = List.copyOf(values);
    }

    /** No value: they may be personal data. */
    @Override
    public String toString() {
        return "DetectionList " + kind + " of " + values.size();
    }
}
