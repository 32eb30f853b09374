package dev.avow.translation;

import java.util.Map;
import java.util.Set;

/**
 * The members of a Messages request, apart from what {@link ChatRequest} carries: which of them an
 * answer is the same without, and which ask for what chat completions do not have.
 */
final class MessageMembers {

    private static final Set<String> CARRIED =
            Set.of(
                    "model",
                    "messages",
                    "system",
                    "max_tokens",
                    "stream",
                    "stop_sequences",
                    "temperature",
                    "top_p",
                    "tools",
                    "tool_choice",
                    "metadata",
                    "output_config");

    /** Hints about caches, price and diagnosis at Anthropic, and whether a model thinks aloud. */
    private static final Set<String> DROPPED =
            Set.of("cache_control", "diagnostics", "service_tier", "speed", "thinking");

    /** Members that ask for nothing where they say this. */
    private static final Map<String, Set<String>> IDLE =
            Map.of("mcp_servers", Set.of("[]"), "betas", Set.of("[]"));

    private static final Members MEMBERS = new Members(CARRIED, DROPPED, IDLE);

    private MessageMembers() {}

    static void check(Value messages) {
        MEMBERS.check(messages, (_, value) -> Faults.notCarried(value, "OpenAI's API"));
    }
}
