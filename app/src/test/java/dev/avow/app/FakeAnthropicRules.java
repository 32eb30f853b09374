package dev.avow.app;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Anthropic's API refuses of a Messages request (API reference, "Create a Message"). */
final class FakeAnthropicRules {

    private static final Set<String> KNOWN =
            Set.of(
                    "model",
                    "messages",
                    "max_tokens",
                    "system",
                    "stream",
                    "stop_sequences",
                    "temperature",
                    "top_p",
                    "top_k",
                    "tools",
                    "tool_choice",
                    "metadata",
                    "output_config",
                    "thinking",
                    "service_tier",
                    "cache_control");

    private FakeAnthropicRules() {}

    /** Why a request would be refused; null where it would not. */
    static @Nullable String wrong(JsonNode request) {
        for (String name : request.propertyNames()) {
            if (!KNOWN.contains(name)) {
                return name + ": Extra inputs are not permitted";
            }
        }
        if (!request.path("max_tokens").isInt()) {
            return "max_tokens: Field required";
        }
        if (request.path("temperature").asDouble(0) > 1) {
            return "temperature: range: 0..1";
        }
        if (request.path("messages").isEmpty()) {
            return "messages: at least one message is required";
        }
        for (JsonNode tool : request.path("tools")) {
            if (!tool.path("name").asString("").matches("[a-zA-Z0-9_-]{1,128}")
                    || !tool.path("input_schema").path("type").asString("").equals("object")) {
                return "tools.0.custom.input_schema: Field required";
            }
        }
        return turns(request.path("messages"));
    }

    private static @Nullable String turns(JsonNode messages) {
        Set<String> open = new HashSet<>();
        for (JsonNode message : messages) {
            String role = message.path("role").asString("");
            if (!role.equals("user") && !role.equals("assistant")) {
                return "messages.0.role: Input should be 'user' or 'assistant'";
            }
            JsonNode content = message.path("content");
            if (!content.isString() && content.isEmpty()) {
                return "messages.0: all messages must have non-empty content";
            }
            for (JsonNode block : content) {
                switch (block.path("type").asString("")) {
                    case "text" -> {
                        if (block.path("text").asString("").isEmpty()) {
                            return "messages: text content blocks must be non-empty";
                        }
                    }
                    case "tool_result" -> {
                        if (!open.remove(block.path("tool_use_id").asString(""))) {
                            return "unexpected `tool_use_id` found in `tool_result` blocks";
                        }
                    }
                    case "tool_use" -> {
                        if (!block.path("input").isObject()) {
                            return "messages: tool_use.input: Input should be a dictionary";
                        }
                    }
                    case "image", "document", "thinking", "redacted_thinking" -> {}
                    default -> {
                        return "messages.0.content.0.type: Input tag is none of the expected";
                    }
                }
            }
            if (!open.isEmpty()) {
                return "`tool_use` ids were found without `tool_result` blocks immediately after";
            }
            for (JsonNode block : content) {
                if (block.path("type").asString("").equals("tool_use")) {
                    open.add(block.path("id").asString(""));
                }
            }
        }
        return null;
    }
}
