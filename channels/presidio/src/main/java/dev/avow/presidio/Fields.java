package dev.avow.presidio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one object of an analyze request. What has the wrong type is refused by name. */
final class Fields {

    private final JsonNode object;
    private final String path;

    /**
     * @param path where the object stands, such as {@code ad_hoc_recognizers[0]}; empty for the
     *     body
     */
    Fields(JsonNode object, String path) {
        if (!object.isObject()) {
            throw wrong(path.isEmpty() ? "The body" : path, "a JSON object");
        }
        this.object = object;
        this.path = path;
    }

    /** Refuses fields other than these. */
    void only(Set<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw PresidioError.unreadable(
                        path
                                + " got an unexpected keyword argument '"
                                + PresidioError.quotable(name)
                                + "'; remove it");
            }
        }
    }

    @Nullable JsonNode get(String name) {
        return Json.field(object, name);
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Null where it is missing. */
    @Nullable String text(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(at(name), "a string");
        }
        return value.asString();
    }

    String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /** Empty where it is missing. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (!value.isString()) {
                throw wrong(at(name) + "[" + texts.size() + "]", "a string");
            }
            texts.add(value.asString());
        }
        return List.copyOf(texts);
    }

    /** Empty where it is missing. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode value : array(name)) {
            objects.add(new Fields(value, at(name) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    private Iterable<JsonNode> array(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(at(name), "an array");
        }
        return value;
    }

    /** Null where it is missing. */
    @Nullable Double number(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw wrong(at(name), "a number");
        }
        return value.asDouble();
    }

    /** A score; refuses one outside of 0 to 1. */
    double score(String name, double otherwise) {
        Double score = number(name);
        if (score == null) {
            return otherwise;
        }
        if (!(score >= 0 && score <= 1)) {
            throw PresidioError.unreadable(
                    "Invalid score in " + at(name) + ". Score should be between 0 and 1");
        }
        return score;
    }

    int flags(String name, int otherwise) {
        JsonNode value = get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw wrong(at(name), "a whole number");
        }
        return value.asInt();
    }

    boolean flag(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrong(at(name), "true or false");
        }
        return value.asBoolean();
    }

    private static PresidioError wrong(String where, String wanted) {
        return PresidioError.unreadable(where + " must be " + wanted);
    }
}
