package dev.avow.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What there is to say of the policies, beside which of them decided. No text: of a reason that was
 * given only its length is kept (B6).
 *
 * @param shadow what policies in shadow mode would have done, in the order in which they are asked
 * @param justification characters of a coached person's reason; null where none was given
 */
public record Aside(List<Shadowed> shadow, @Nullable Integer justification) {

    /** Nothing. */
    public static final Aside NONE = new Aside(List.of(), null);

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What one would have done.
     *
     * @param policy its name
     * @param action the action's id
     */
    public record Shadowed(String policy, String action) {}

    public Aside {
        shadow = List.copyOf(shadow);
    }

    /** An array of {policy, action}; null for none. */
    @Nullable String shadowJson() {
        return shadow.isEmpty() ? null : JSON.writeValueAsString(shadow);
    }

    /** Reads what {@link #shadowJson} wrote. */
    static List<Shadowed> shadow(@Nullable String json) {
        List<Shadowed> shadow = new ArrayList<>();
        if (json != null) {
            try {
                for (JsonNode each : JSON.readTree(json)) {
                    shadow.add(
                            new Shadowed(
                                    each.path("policy").asString(""),
                                    each.path("action").asString("")));
                }
            } catch (JacksonException malformed) {
                // Its own message could quote.
                throw new IllegalStateException("what was noted of shadow policies is malformed");
            }
        }
        return shadow;
    }
}
