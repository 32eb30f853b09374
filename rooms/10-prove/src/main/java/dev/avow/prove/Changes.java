package dev.avow.prove;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values before and after a change. As JSON: {@code {"before":{…},"after":{…}}}, either may be
 * null.
 *
 * @param before null where there were none
 * @param after null where there are none
 */
public record Changes(@Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {

    private static final JsonMapper JSON = new JsonMapper();

    public Changes {
        before = before == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = after == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    static Changes of(AuditEntry entry) {
        return new Changes(entry.before(), entry.after());
    }

    static Changes ofJson(@Nullable String json) {
        return json == null ? new Changes(null, null) : JSON.readValue(json, Changes.class);
    }

    /** As JSON; null where there are no values at all. */
    public @Nullable String jsonOrNull() {
        return before == null && after == null ? null : JSON.writeValueAsString(this);
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "Changes";
    }
}
