package dev.avow.translation;

import java.util.Map;
import java.util.Set;

/**
 * The members of a chat request, apart from what {@link MessagesRequest} carries: which of them an
 * answer is the same without, and which ask for what Anthropic's API does not have.
 */
final class ChatMembers {

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
                    "tools",
                    "tool_choice",
                    "parallel_tool_calls",
                    "response_format",
                    "reasoning_effort",
                    "user",
                    "safety_identifier",
                    "thinking",
                    "top_k");

    /** Hints about speed, price and bookkeeping at OpenAI, and a seed that is best effort there. */
    private static final Set<String> DROPPED =
            Set.of(
                    "metadata",
                    "prediction",
                    "prompt_cache_key",
                    "prompt_cache_options",
                    "prompt_cache_retention",
                    "seed",
                    "service_tier",
                    "store",
                    "verbosity");

    /** Members that ask for nothing where they say this. */
    private static final Map<String, Set<String>> IDLE =
            Map.of(
                    "n", Set.of("1"),
                    "logprobs", Set.of("false"),
                    "top_logprobs", Set.of("0"),
                    "presence_penalty", Set.of("0", "0.0"),
                    "frequency_penalty", Set.of("0", "0.0"),
                    "logit_bias", Set.of("{}"),
                    "modalities", Set.of("[\"text\"]"),
                    "functions", Set.of("[]"));

    private static final Members MEMBERS = new Members(CARRIED, DROPPED, IDLE);

    private ChatMembers() {}

    static void check(Value chat) {
        MEMBERS.check(chat, ChatMembers::refused);
    }

    private static RuntimeException refused(String name, Value value) {
        return switch (name) {
            case "functions", "function_call" ->
                    Faults.wrong(
                            value,
                            "the provider of this model is asked by Anthropic's API; send tools"
                                    + " and tool_choice in place of functions and function_call");
            case "n" ->
                    Faults.wrong(
                            value,
                            "the provider of this model gives one answer at a time; ask n times");
            default -> Faults.notCarried(value, "Anthropic's API");
        };
    }
}
