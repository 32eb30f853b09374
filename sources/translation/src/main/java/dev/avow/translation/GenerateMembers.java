package dev.avow.translation;

import java.util.Map;
import java.util.Set;

/**
 * The members of a chat request for Google's API, apart from what {@link GenerateRequest} carries:
 * which of them an answer is the same without, and which ask for what that API does not have.
 */
final class GenerateMembers {

    static final String API = "Google's Gemini API";

    private static final Set<String> CARRIED =
            Set.of(
                    "model",
                    "messages",
                    "stream",
                    "stream_options",
                    "max_tokens",
                    "max_completion_tokens",
                    "stop",
                    "temperature",
                    "top_p",
                    "top_k",
                    "seed",
                    "presence_penalty",
                    "frequency_penalty",
                    "tools",
                    "tool_choice",
                    "response_format",
                    "reasoning_effort",
                    "safety_settings");

    /** Hints about speed and price, and bookkeeping at OpenAI. */
    private static final Set<String> DROPPED =
            Set.of(
                    "metadata",
                    "prediction",
                    "prompt_cache_key",
                    "prompt_cache_options",
                    "prompt_cache_retention",
                    "safety_identifier",
                    "service_tier",
                    "store",
                    "user",
                    "verbosity");

    /** Members that ask for nothing where they say this. */
    private static final Map<String, Set<String>> IDLE =
            Map.of(
                    "n", Set.of("1"),
                    "parallel_tool_calls", Set.of("true"),
                    "logprobs", Set.of("false"),
                    "top_logprobs", Set.of("0"),
                    "logit_bias", Set.of("{}"),
                    "modalities", Set.of("[\"text\"]"),
                    "functions", Set.of("[]"));

    private static final Members MEMBERS = new Members(CARRIED, DROPPED, IDLE);

    private GenerateMembers() {}

    static void check(Value chat) {
        MEMBERS.check(chat, GenerateMembers::refused);
    }

    private static RuntimeException refused(String name, Value value) {
        return switch (name) {
            case "functions", "function_call" ->
                    Faults.wrong(
                            value,
                            "the provider of this model is asked by "
                                    + API
                                    + "; send tools and tool_choice in place of functions and"
                                    + " function_call");
            case "n" ->
                    Faults.wrong(
                            value,
                            "the provider of this model gives one answer at a time; ask n times");
            default -> Faults.notCarried(value, API);
        };
    }
}
