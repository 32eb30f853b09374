package dev.avow.presidio;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which operator works on a type of entity, and what it is told.
 *
 * @param name the operator's
 */
record OperatorConfig(String name, ObjectNode parameters) {

    /** The key of what counts for every type that has none of its own. */
    static final String DEFAULT = "DEFAULT";

    /** Reads {@code anonymizers} or {@code deanonymizers}; none where there are none. */
    static Map<String, OperatorConfig> byEntity(@Nullable JsonNode json, String field) {
        Map<String, OperatorConfig> configs = new HashMap<>();
        if (json == null) {
            return configs;
        }
        if (!json.isObject()) {
            throw PresidioError.invalid(
                    "Invalid input, " + field + " must be an object of operators by entity type");
        }
        json.properties().forEach(each -> configs.put(each.getKey(), of(each.getValue())));
        return configs;
    }

    private static OperatorConfig of(JsonNode json) {
        JsonNode type = Json.field(json, "type");
        if (!(json instanceof ObjectNode object)
                || type == null
                || !type.isString()
                || type.asString().isEmpty()) {
            throw PresidioError.invalid(
                    "Invalid input, operator config must contain operator_name");
        }
        return new OperatorConfig(type.asString(), object);
    }

    /** Where nothing is said: {@code <ENTITY_TYPE>}. */
    static OperatorConfig replace() {
        return new OperatorConfig("replace", JsonNodeFactory.instance.objectNode());
    }

    /** No parameters: a key may be among them. */
    @Override
    public String toString() {
        return "OperatorConfig";
    }
}
