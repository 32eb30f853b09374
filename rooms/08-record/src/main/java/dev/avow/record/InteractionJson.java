package dev.avow.record;

import dev.avow.record.Interaction.Classified;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The column {@code classifications}: an array of {type, confidence, tier, count, in}. */
final class InteractionJson {

    private static final JsonMapper JSON = new JsonMapper();

    private InteractionJson() {}

    static String write(List<Classified> classifications) {
        return JSON.writeValueAsString(classifications);
    }

    /** Reads them; a member that is missing is empty, 0 or {@code prompt}. */
    static List<Classified> read(String json) {
        List<Classified> classifications = new ArrayList<>();
        try {
            for (JsonNode each : JSON.readTree(json)) {
                classifications.add(
                        new Classified(
                                each.path("type").asString(""),
                                each.path("confidence").asDouble(0),
                                each.path("tier").asInt(0),
                                each.path("count").asInt(0),
                                each.path("in").asString("prompt"),
                                text(each.path("policy")),
                                text(each.path("action"))));
            }
        } catch (JacksonException malformed) {
            // Its own message could quote.
            throw new IllegalStateException("classifications are malformed");
        }
        return classifications;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
