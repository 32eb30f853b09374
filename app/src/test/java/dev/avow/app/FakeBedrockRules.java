package dev.avow.app;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Bedrock refuses of a Converse request beyond its published model (User Guide, "Carry out a
 * conversation with the Converse API operations").
 */
final class FakeBedrockRules {

    private FakeBedrockRules() {}

    /** Why a request would be refused; null where it would not. */
    static @Nullable String wrong(JsonNode request) {
        if (request.has("model") || request.has("stream")) {
            return "model: extraneous key is not permitted";
        }
        String role = "assistant";
        Set<String> open = new HashSet<>();
        boolean tools = false;
        for (JsonNode message : request.path("messages")) {
            String next = message.path("role").asString("");
            if (next.equals(role)) {
                return "A conversation must alternate between user and assistant roles.";
            }
            role = next;
            if (message.path("content").isEmpty()) {
                return "The content field in the Message object is empty.";
            }
            for (JsonNode block : message.path("content")) {
                if (block.path("text").asString("x").isBlank()) {
                    return "The text field in the ContentBlock object is blank.";
                }
                JsonNode result = block.path("toolResult");
                tools |= block.has("toolUse") || block.has("toolResult");
                if (result.isObject() && !open.remove(result.path("toolUseId").asString(""))) {
                    return "The number of toolResult blocks exceeds that of toolUse blocks.";
                }
            }
            if (!open.isEmpty()) {
                return "Expected toolResult blocks for the toolUse blocks.";
            }
            for (JsonNode block : message.path("content")) {
                if (block.has("toolUse")) {
                    open.add(block.path("toolUse").path("toolUseId").asString(""));
                }
            }
        }
        if (tools && !request.has("toolConfig")) {
            return "The toolConfig field must be defined when using toolUse and toolResult.";
        }
        return request.path("messages").isEmpty() ? "A conversation must start." : null;
    }
}
