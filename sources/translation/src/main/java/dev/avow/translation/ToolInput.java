package dev.avow.translation;

import dev.avow.json.JsonProblem;
import java.util.Optional;

/** The arguments of a tool's call: a string that holds JSON for OpenAI, an object for Anthropic. */
final class ToolInput {

    private ToolInput() {}

    /** The object, as JSON; empty where these are none. */
    static Optional<String> of(Value arguments) {
        if (arguments.isObject()) {
            return Optional.of(arguments.raw()); // as some servers and callers send them
        }
        if (arguments.text().isBlank()) {
            return Optional.of("{}");
        }
        try {
            Value input = Value.read(arguments.text());
            return input.isObject() ? Optional.of(input.raw()) : Optional.empty();
        } catch (JsonProblem malformed) {
            return Optional.empty();
        }
    }
}
