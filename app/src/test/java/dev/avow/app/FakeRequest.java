package dev.avow.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat request as OpenAI's API reference describes it; anything else is refused as OpenAI does.
 *
 * @param json the whole body
 */
record FakeRequest(ObjectNode json) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Set<String> KNOWN =
            Set.of(
                    "model",
                    "messages",
                    "stream",
                    "stream_options",
                    "n",
                    "temperature",
                    "top_p",
                    "max_tokens",
                    "max_completion_tokens",
                    "tools",
                    "tool_choice",
                    "parallel_tool_calls",
                    "response_format",
                    "seed",
                    "stop",
                    "user",
                    "metadata",
                    "store",
                    "logprobs",
                    "top_logprobs",
                    "presence_penalty",
                    "frequency_penalty",
                    "logit_bias",
                    "reasoning_effort",
                    "verbosity",
                    "service_tier",
                    "prediction",
                    "safety_identifier",
                    "prompt_cache_key",
                    "functions",
                    "function_call");

    private static final Set<String> ROLES =
            Set.of("system", "developer", "user", "assistant", "tool");

    static FakeRequest read(byte[] body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JacksonException malformed) {
            throw new FakeErrors.BadRequest("We could not parse the JSON body.", null);
        }
        if (!(json instanceof ObjectNode object)) {
            throw new FakeErrors.BadRequest("The body must be an object.", null);
        }
        FakeRequest request = new FakeRequest(object);
        request.check();
        return request;
    }

    private void check() {
        for (String name : json.propertyNames()) {
            must(KNOWN.contains(name), "Unrecognized request argument supplied", name);
        }
        must(json.path("model").isString(), "you must provide a model parameter", "model");
        must(json.path("messages").size() > 0, "messages must not be empty", "messages");
        Set<String> called = new HashSet<>();
        for (int i = 0; i < json.path("messages").size(); i++) {
            message(json.path("messages").get(i), "messages[" + i + "]", called);
        }
        JsonNode options = json.path("stream_options");
        must(
                options.isMissingNode() || options.isNull() || streamed(),
                "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
                "stream_options");
        for (JsonNode tool : json.path("tools")) {
            must(tool.path("type").isString(), "Missing required parameter", "tools[0].type");
            must(
                    tool.path("function").path("name").asString("").matches("[A-Za-z0-9_-]{1,64}"),
                    "Invalid name",
                    "tools[0].function.name");
        }
    }

    /** As Mistral's API does, which took OpenAI's over before these were there. */
    void checkStrictly() {
        for (String name : List.of("max_completion_tokens", "stream_options", "user", "store")) {
            must(!json.has(name), "Extra inputs are not permitted", name);
        }
    }

    private static void message(JsonNode message, String at, Set<String> called) {
        String role = message.path("role").asString("");
        must(ROLES.contains(role), "Invalid value for role", at + ".role");
        JsonNode content = message.path("content");
        must(
                content.isString()
                        || content.isArray()
                        || (role.equals("assistant")
                                && (content.isNull() || content.isMissingNode())),
                "Invalid type for content",
                at + ".content");
        for (JsonNode part : content) {
            String type = part.path("type").asString("");
            must(
                    Set.of("text", "image_url", "input_audio", "file", "refusal").contains(type),
                    "Invalid value for type",
                    at + ".content[0].type");
            must(
                    !type.equals("text") || part.path("text").isString(),
                    "Missing required parameter",
                    at + ".content[0].text");
        }
        for (JsonNode call : message.path("tool_calls")) {
            JsonNode function = call.path("function");
            must(
                    call.path("id").isString()
                            && call.path("type").asString("").equals("function")
                            && function.path("name").isString()
                            && function.path("arguments").isString(),
                    "Invalid tool call",
                    at + ".tool_calls[0]");
            called.add(call.path("id").stringValue());
        }
        must(
                !role.equals("tool") || called.contains(message.path("tool_call_id").asString("")),
                "messages with role 'tool' must be a response to a preceding message with"
                        + " 'tool_calls'",
                at + ".role");
    }

    private static void must(boolean holds, String message, String param) {
        if (!holds) {
            throw new FakeErrors.BadRequest(message + ": '" + param + "'.", param);
        }
    }

    String model() {
        return json.path("model").stringValue();
    }

    boolean streamed() {
        return json.path("stream").asBoolean(false);
    }

    boolean wantsUsage() {
        return json.path("stream_options").path("include_usage").asBoolean(false);
    }

    int choices() {
        return Math.max(1, json.path("n").asInt(1));
    }

    boolean hasTools() {
        return json.path("tools").size() > 0;
    }

    /** What the last message says. */
    String lastText() {
        JsonNode messages = json.path("messages");
        return String.join("\n", texts(messages.get(messages.size() - 1)));
    }

    String lastRole() {
        JsonNode messages = json.path("messages");
        return messages.get(messages.size() - 1).path("role").stringValue();
    }

    /** What all messages say, arguments of tool calls included, one text per line. */
    String transcript() {
        List<String> all = new ArrayList<>();
        json.path("messages").forEach(each -> all.addAll(texts(each)));
        return String.join("\n", all);
    }

    private static List<String> texts(JsonNode message) {
        List<String> texts = new ArrayList<>();
        if (message.path("name").isString()) {
            texts.add(message.path("name").stringValue());
        }
        JsonNode content = message.path("content");
        if (content.isString()) {
            texts.add(content.stringValue());
        }
        for (JsonNode part : content) {
            String type = part.path("type").stringValue();
            if (part.path(type).isString()) {
                texts.add(part.path(type).stringValue());
            }
        }
        for (JsonNode call : message.path("tool_calls")) {
            texts.add(call.path("function").path("arguments").stringValue());
        }
        return texts;
    }
}
