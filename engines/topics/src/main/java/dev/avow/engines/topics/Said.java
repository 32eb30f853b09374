package dev.avow.engines.topics;

import dev.avow.detector.api.FindingType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A topic that a model named.
 *
 * @param confidence 0 to 1, as it says
 */
record Said(FindingType type, double confidence) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What it said of a text, in the form that it was given; empty for anything else. */
    static Optional<List<Said>> of(String answer, Map<String, FindingType> types) {
        JsonNode topics;
        try {
            JsonNode read = JSON.readTree(answer);
            topics = read.path("topics");
            if (read.size() != 1 || !topics.isArray()) {
                return Optional.empty();
            }
        } catch (JacksonException garbage) {
            return Optional.empty();
        }
        List<Said> all = new ArrayList<>();
        for (JsonNode each : topics) {
            FindingType type = types.get(each.path("topic").asString(""));
            double confidence = each.path("confidence").asDouble(-1);
            if (type == null || each.size() != 2 || !(confidence >= 0 && confidence <= 1)) {
                return Optional.empty();
            }
            all.add(new Said(type, confidence));
        }
        return Optional.of(all);
    }
}
