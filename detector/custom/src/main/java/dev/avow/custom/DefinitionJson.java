package dev.avow.custom;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Definitions as JSON: the API, the sealed column and the file for the command line have the same
 * form. Reading is strict, and every fault names its field; whether a definition may be used is
 * {@link DefinitionRules}' to say.
 */
public final class DefinitionJson {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<String> RECOGNIZER =
            Set.of(
                    "name",
                    "description",
                    "enabled",
                    "patterns",
                    "words",
                    "checksum",
                    "context",
                    "confidence",
                    "examples");

    private static final Set<String> LIST =
            Set.of("name", "description", "enabled", "kind", "type", "match", "values");

    private DefinitionJson() {}

    /**
     * Reads a recognizer.
     *
     * @throws FaultException naming the field
     */
    public static CustomRecognizer recognizer(ObjectNode json) {
        return recognizer(json, "");
    }

    private static CustomRecognizer recognizer(ObjectNode json, String prefix) {
        Fields fields = new Fields(json, prefix).only(RECOGNIZER);
        Fields context = fields.object("context").only(Set.of("words", "required"));
        Fields examples = fields.object("examples").only(Set.of("match", "no_match"));
        return new CustomRecognizer(
                fields.text("name"),
                orEmpty(fields.textOrNull("description")),
                fields.flag("enabled", true),
                fields.texts("patterns"),
                fields.texts("words"),
                checksum(fields),
                context.texts("words"),
                context.flag("required", false),
                fields.number("confidence", CustomRecognizer.USUAL_CONFIDENCE),
                examples.texts("match"),
                examples.texts("no_match"));
    }

    private static @Nullable Checksum checksum(Fields fields) {
        String id = fields.textOrNull("checksum");
        if (id == null) {
            return null;
        }
        return Checksum.of(id)
                .orElseThrow(() ->
                        fields.wrong(
                                "checksum",
                                "a checksum is one of " + String.join(", ", Checksum.ids())));
    }

    /**
     * Reads a list.
     *
     * @throws FaultException naming the field
     */
    public static DetectionList list(ObjectNode json) {
        return list(json, "");
    }

    private static DetectionList list(ObjectNode json, String prefix) {
        Fields fields = new Fields(json, prefix).only(LIST);
        String match = fields.textOrNull("match");
        return new DetectionList(
                fields.text("name"),
                orEmpty(fields.textOrNull("description")),
                fields.flag("enabled", true),
                DetectionList.Kind.of(fields.text("kind"))
                        .orElseThrow(() -> fields.wrong("kind", "a kind is allow or deny")),
                fields.textOrNull("type"),
                match == null
                        ? DetectionList.Match.IGNORE_CASE
                        : DetectionList.Match.of(match)
                                .orElseThrow(() ->
                                        fields.wrong(
                                                "match",
                                                "a match is exact, ignore_case or pattern")),
                fields.texts("values"));
    }

    /**
     * Reads a whole file: {@code {"recognizers": […], "lists": […]}}, or a list of recognizers.
     *
     * @throws FaultException where it is no such JSON, naming the field
     */
    public static Definitions file(byte[] json) {
        JsonNode root = tree(json);
        if (root.isArray()) {
            return new Definitions(recognizers(root, ""), List.of());
        }
        if (!(root instanceof ObjectNode object)) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "give an object with recognizers and lists, or a list of recognizers")
                    .asException();
        }
        new Fields(object, "").only(Set.of("recognizers", "lists"));
        List<DetectionList> lists = new ArrayList<>();
        JsonNode all = object.path("lists");
        for (int i = 0; i < all.size(); i++) {
            String at = "lists[" + i + "]";
            lists.add(list(object(all.get(i), at), at + "."));
        }
        return new Definitions(recognizers(object.path("recognizers"), "recognizers"), lists);
    }

    private static List<CustomRecognizer> recognizers(JsonNode all, String name) {
        List<CustomRecognizer> recognizers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String at = name + "[" + i + "]";
            recognizers.add(recognizer(object(all.get(i), at), at + "."));
        }
        return recognizers;
    }

    private static ObjectNode object(@Nullable JsonNode node, String at) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Fault.of(FaultCode.INVALID_VALUE, "this is an object", at).asException();
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException malformed) {
            throw Fault.of(FaultCode.MALFORMED_JSON, "this is not valid JSON").asException();
        }
    }

    /** Reads what {@link #write} wrote of a recognizer or a list. */
    public static Definition read(String json, boolean list) {
        ObjectNode object = object(JSON.readTree(json), "");
        return list ? list(object) : recognizer(object);
    }

    /** All of a definition, as JSON. */
    public static String write(Definition definition) {
        return JSON.writeValueAsString(values(definition));
    }

    /** All of a definition by name, in the order in which people read it; some values are null. */
    public static Map<String, @Nullable Object> values(Definition definition) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", definition.name());
        values.put("description", definition.description());
        values.put("enabled", definition.enabled());
        switch (definition) {
            case CustomRecognizer it -> {
                values.put("patterns", it.patterns());
                values.put("words", it.words());
                values.put("checksum", it.checksum() == null ? null : it.checksum().id());
                values.put(
                        "context", Map.of("words", it.context(), "required", it.contextRequired()));
                values.put("confidence", it.confidence());
                values.put(
                        "examples", Map.of("match", it.matching(), "no_match", it.notMatching()));
            }
            case DetectionList it -> {
                values.put("kind", it.kind().id());
                values.put("type", it.type());
                values.put("match", it.match().id());
                values.put("values", it.values());
            }
        }
        return values;
    }

    /** The same without what may be personal data: words, examples and values are counted. */
    public static Map<String, Object> valuesWithoutContent(Definition definition) {
        Map<String, Object> values = new LinkedHashMap<>();
        values(definition)
                .forEach((name, value) -> {
                    if (value != null && !Set.of("words", "examples", "values").contains(name)) {
                        values.put(name, value);
                    }
                });
        switch (definition) {
            case CustomRecognizer it -> values.put("word_count", it.words().size());
            case DetectionList it -> {
                values.put("value_count", it.values().size());
            }
        }
        return values;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
