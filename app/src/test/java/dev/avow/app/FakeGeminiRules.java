package dev.avow.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Google refuses of a request beyond its published description (ai.google.dev/gemini-api/docs,
 * "Function calling" and "Thought signatures").
 */
final class FakeGeminiRules {

    private static final List<String> DATA =
            List.of("text", "inlineData", "functionCall", "functionResponse");

    private FakeGeminiRules() {}

    /** Why a request would be refused; null where it would not. */
    static @Nullable String wrong(JsonNode request) {
        for (String name : List.of("model", "stream", "messages")) {
            if (request.has(name)) {
                return "Invalid JSON payload received. Unknown name \"" + name + "\"";
            }
        }
        List<String> open = new ArrayList<>();
        for (JsonNode content : request.path("contents")) {
            String role = content.path("role").asString("");
            if (!role.equals("user") && !role.equals("model")) {
                return "Please use a valid role: user, model.";
            }
            if (content.path("parts").isEmpty()) {
                return "Unable to submit request because it must have a text parameter.";
            }
            List<String> answered = new ArrayList<>();
            List<String> called = new ArrayList<>();
            for (JsonNode part : content.path("parts")) {
                if (DATA.stream().filter(part::has).count() != 1) {
                    return "contents.parts.data: required oneof field 'data' must have one"
                            + " initialized field";
                }
                if (part.has("functionCall")) {
                    if (called.isEmpty() && !part.has("thoughtSignature")) {
                        return "Function call is missing a thought_signature.";
                    }
                    called.add(call(part.get("functionCall")));
                }
                if (part.has("functionResponse")) {
                    answered.add(call(part.get("functionResponse")));
                }
            }
            if (!answered.equals(open)) {
                return "Please ensure that the number of function response parts is equal to the"
                        + " number of function call parts of the function call turn.";
            }
            open = called;
        }
        return request.path("contents").isEmpty() ? "contents is not specified" : null;
    }

    private static String call(JsonNode named) {
        return named.path("id").asString("") + " " + named.path("name").asString("");
    }
}
