package dev.avow.custom;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object that is read strictly; every fault names its field. For one thread. */
final class Fields {

    private static final int LONGEST_NAME_TOLD = 100;

    private final ObjectNode object;
    private final String prefix;

    /**
     * @param prefix before the names of fields, such as {@code context.}
     */
    Fields(ObjectNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    Fields only(Set<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                String shown = name.substring(0, Math.min(LONGEST_NAME_TOLD, name.length()));
                throw Fault.of(
                                FaultCode.UNKNOWN_FIELD,
                                "there is no such field; known here are "
                                        + String.join(", ", new java.util.TreeSet<>(known)),
                                prefix + shown)
                        .asException();
            }
        }
        return this;
    }

    private @Nullable JsonNode get(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null) {
            throw Fault.of(FaultCode.MISSING_VALUE, prefix + name + " is missing", prefix + name)
                    .asException();
        }
        return text;
    }

    @Nullable String textOrNull(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(name, "this is a text");
        }
        return value.stringValue();
    }

    boolean flag(String name, boolean fallback) {
        JsonNode value = get(name);
        if (value == null) {
            return fallback;
        }
        if (!value.isBoolean()) {
            throw wrong(name, "this is true or false");
        }
        return value.booleanValue();
    }

    double number(String name, double fallback) {
        JsonNode value = get(name);
        if (value == null) {
            return fallback;
        }
        if (!value.isNumber()) {
            throw wrong(name, "this is a number");
        }
        return value.doubleValue();
    }

    List<String> texts(String name) {
        JsonNode value = get(name);
        List<String> texts = new ArrayList<>();
        if (value == null) {
            return texts;
        }
        if (!value.isArray()) {
            throw wrong(name, "this is a list of texts");
        }
        for (int i = 0; i < value.size(); i++) {
            if (!value.get(i).isString()) {
                throw wrong(name + "[" + i + "]", "this is a text");
            }
            texts.add(value.get(i).stringValue());
        }
        return texts;
    }

    /** An object within; one without fields where there is none. */
    Fields object(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return new Fields(object.objectNode(), prefix + name + ".");
        }
        if (!(value instanceof ObjectNode inner)) {
            throw wrong(name, "this is an object");
        }
        return new Fields(inner, prefix + name + ".");
    }

    FaultException wrong(String name, String message) {
        return Fault.of(FaultCode.INVALID_VALUE, message, prefix + name).asException();
    }
}
