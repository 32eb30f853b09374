package dev.avow.app;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake model says, by the model's name:
 *
 * <ul>
 *   <li>{@code tools}: calls each declared tool once, every string argument being the user's text;
 *       after a tool's result it repeats that result
 *   <li>{@code json}: an object after {@code response_format}'s schema, every string being the
 *       user's text
 *   <li>{@code refusal}: refuses, repeating the user's text
 *   <li>{@code echo}: repeats the last message
 *   <li>all others: repeat every message, one per line
 * </ul>
 *
 * @param content null where there is none
 * @param refusal null where there is none
 * @param calls tools called; empty where none
 */
record FakeScript(
        @org.jspecify.annotations.Nullable String content,
        @org.jspecify.annotations.Nullable String refusal,
        List<ToolCall> calls) {

    FakeScript {
        calls = List.copyOf(calls);
    }

    /** One call of a tool; {@code arguments} is JSON. */
    record ToolCall(String id, String name, String arguments) {}

    static FakeScript of(FakeRequest request) {
        String said = request.lastText();
        return switch (request.model()) {
            case "tools" ->
                    request.hasTools() && !request.lastRole().equals("tool")
                            ? new FakeScript(null, null, calls(request, said))
                            : text(said);
            case "json" -> text(structured(request, said));
            case "refusal" -> new FakeScript(null, "I cannot help with: " + said, List.of());
            case "echo" -> text(said);
            default -> text(request.transcript());
        };
    }

    private static FakeScript text(String content) {
        return new FakeScript(content, null, List.of());
    }

    private static List<ToolCall> calls(FakeRequest request, String said) {
        List<ToolCall> calls = new ArrayList<>();
        for (JsonNode tool : request.json().path("tools")) {
            JsonNode function = tool.path("function");
            calls.add(
                    new ToolCall(
                            "call_" + calls.size() + "aB3dE5",
                            function.path("name").stringValue(),
                            example(function.path("parameters"), said).toString()));
        }
        return calls;
    }

    private static String structured(FakeRequest request, String said) {
        JsonNode schema = request.json().path("response_format").path("json_schema").path("schema");
        if (schema.isMissingNode()) {
            return JsonNodeFactory.instance.objectNode().put("text", said).toString();
        }
        return example(schema, said).toString();
    }

    /** A value that fits a JSON schema of the kinds that OpenAI's structured output knows. */
    static JsonNode example(JsonNode schema, String said) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> make.stringNode(said);
            case "integer", "number" -> make.numberNode(7);
            case "boolean" -> make.booleanNode(true);
            case "array" -> {
                ArrayNode array = make.arrayNode();
                array.add(example(schema.path("items"), said));
                yield array;
            }
            default -> {
                ObjectNode object = make.objectNode();
                schema.path("properties")
                        .properties()
                        .forEach(each -> object.set(each.getKey(), example(each.getValue(), said)));
                yield object;
            }
        };
    }

    String finishReason() {
        return calls.isEmpty() ? "stop" : "tool_calls";
    }

    /** Words said, as a stand-in for tokens. */
    int tokens() {
        int tokens = count(content) + count(refusal);
        for (ToolCall call : calls) {
            tokens += count(call.arguments());
        }
        return tokens;
    }

    static int count(@org.jspecify.annotations.Nullable String text) {
        return text == null ? 0 : text.split("\\s+", -1).length;
    }
}
