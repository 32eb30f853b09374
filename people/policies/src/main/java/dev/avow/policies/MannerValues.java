package dev.avow.policies;

import dev.avow.decide.MaskMode;
import dev.avow.decide.MaskRules;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a policy masks, as plain values under the names that are used outside: {@code {"default":
 * "pseudonym", "types": {"email": "placeholder"}, "checksum": "fails"}}.
 */
public final class MannerValues {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOLDS = "holds";

    private MannerValues() {}

    /** All three members. */
    public static Map<String, Object> of(MaskRules masking) {
        Map<String, String> types = new TreeMap<>();
        masking.types().forEach((type, mode) -> types.put(type, mode.id()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("default", masking.standard().id());
        values.put("types", types);
        values.put("checksum", masking.checksumHolds() ? HOLDS : "fails");
        return values;
    }

    /** Null for pseudonyms alone. */
    static @Nullable String json(MaskRules masking) {
        return masking.equals(MaskRules.PSEUDONYMS) ? null : JSON.writeValueAsString(of(masking));
    }

    /** Reads what {@link #json} wrote. */
    static MaskRules masking(@Nullable String json) {
        if (json == null) {
            return MaskRules.PSEUDONYMS;
        }
        JsonNode values = JSON.readTree(json);
        Map<String, MaskMode> types = new HashMap<>();
        values.path("types")
                .properties()
                .forEach(each -> types.put(each.getKey(), mode(each.getValue())));
        return new MaskRules(
                mode(values.path("default")),
                types,
                values.path("checksum").asString("").equals(HOLDS));
    }

    private static MaskMode mode(JsonNode id) {
        return MaskMode.of(id.stringValue()).orElseThrow();
    }
}
