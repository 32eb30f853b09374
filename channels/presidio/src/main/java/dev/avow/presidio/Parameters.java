package dev.avow.presidio;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operator is told, with the checks and messages of Presidio's {@code validators}. Holds
 * keys and salts: it prints nothing of itself.
 */
final class Parameters {

    private final String entityType;
    private final ObjectNode given;

    Parameters(String entityType, ObjectNode given) {
        this.entityType = entityType;
        this.given = given;
    }

    String entityType() {
        return entityType;
    }

    boolean has(String name) {
        return given.has(name);
    }

    /** Null where it is missing. */
    @Nullable String text(String name) {
        JsonNode value = Json.field(given, name);
        if (value != null && !value.isString()) {
            throw wrongType(name, "string", value);
        }
        return value == null ? null : value.asString();
    }

    String neededText(String name) {
        String text = text(name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    /** Clamped to what an int holds. */
    int neededNumber(String name) {
        JsonNode value = Json.field(given, name);
        if (value == null) {
            throw missing(name);
        }
        if (!value.isIntegralNumber()) {
            throw wrongType(name, "number", value);
        }
        if (!value.canConvertToInt()) {
            return value.bigIntegerValue().signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        }
        return value.asInt();
    }

    boolean neededFlag(String name) {
        JsonNode value = Json.field(given, name);
        if (value == null) {
            throw missing(name);
        }
        if (!value.isBoolean()) {
            throw wrongType(name, "boolean", value);
        }
        return value.asBoolean();
    }

    private static PresidioError missing(String name) {
        return PresidioError.invalid("Expected parameter " + name);
    }

    static PresidioError wrongType(String name, String wanted, JsonNode value) {
        String got =
                switch (value.getNodeType()) {
                    case STRING -> "string";
                    case BOOLEAN -> "boolean";
                    case ARRAY -> "array";
                    case NUMBER -> value.isIntegralNumber() ? "number" : "";
                    case OBJECT, BINARY, MISSING, NULL, POJO -> "";
                };
        return PresidioError.invalid(
                got.isEmpty()
                        ? "Invalid parameter value for '" + name + "'."
                        : "Invalid parameter value for "
                                + name
                                + ". Expecting '"
                                + wanted
                                + "', but got '"
                                + got
                                + "'.");
    }

    @Override
    public String toString() {
        return "Parameters";
    }
}
