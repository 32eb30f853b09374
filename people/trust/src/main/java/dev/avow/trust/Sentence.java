package dev.avow.trust;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the page says of what is in force.
 *
 * @param id names it in the page's words
 * @param state whether it protects
 * @param values for its words: text, whole numbers, {@link Phrase}s or lists of these
 * @param details a list below it, in no language; empty for none
 * @param link of this site, where a person can do what it says; null for none
 */
public record Sentence(
        String id,
        State state,
        Map<String, Object> values,
        List<String> details,
        Control control,
        Proof proof,
        @Nullable String link) {

    /** Whether what a sentence says protects people. */
    public enum State {
        /** It is on. */
        ON,
        /** It could be on, and is not. */
        OFF,
        /** It is neither. */
        FACT;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** On where something is so. */
        public static State of(boolean on) {
            return on ? ON : OFF;
        }
    }

    /** Words inside of a sentence, in its language. */
    public record Phrase(String id, Map<String, Object> values) {

        public Phrase {
            values = Map.copyOf(values);
        }

        public Phrase(String id) {
            this(id, Map.of());
        }
    }

    public Sentence {
        values = Map.copyOf(values);
        details = List.copyOf(details);
    }

    /** One that tests alone prove. */
    public Sentence(String id, State state, Control control) {
        this(id, state, Map.of(), List.of(), control, Proof.TESTS, null);
    }

    public Sentence with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Sentence(id, state, more, details, control, proof, link);
    }

    public Sentence detailed(List<String> list) {
        return new Sentence(id, state, values, list, control, proof, link);
    }

    public Sentence proved(Proof by) {
        return new Sentence(id, state, values, details, control, by, link);
    }

    public Sentence linked(String path) {
        return new Sentence(id, state, values, details, control, proof, path);
    }
}
