package dev.avow.translation;

import java.util.Map;
import java.util.Set;

/**
 * The members of a Responses request, apart from what {@link ResponsesRequest} carries: which of
 * them an answer is the same without, and which ask for what chat completions do not have.
 */
final class ResponsesMembers {

    private static final Set<String> CARRIED =
            Set.of(
                    "model",
                    "input",
                    "instructions",
                    "stream",
                    "max_output_tokens",
                    "temperature",
                    "top_p",
                    "tools",
                    "tool_choice",
                    "parallel_tool_calls",
                    "text",
                    "reasoning",
                    "user",
                    "safety_identifier");

    /** Bookkeeping at OpenAI, and more to be told of what is not there. */
    private static final Set<String> DROPPED =
            Set.of(
                    "include",
                    "max_tool_calls",
                    "metadata",
                    "prompt_cache_key",
                    "prompt_cache_options",
                    "prompt_cache_retention",
                    "service_tier",
                    "store",
                    "stream_options");

    /** Members that ask for nothing where they say this. */
    private static final Map<String, Set<String>> IDLE =
            Map.of(
                    "background", Set.of("false"),
                    "top_logprobs", Set.of("0"),
                    "truncation", Set.of("\"disabled\""));

    private static final Members MEMBERS = new Members(CARRIED, DROPPED, IDLE);

    private ResponsesMembers() {}

    static void check(Value asked) {
        MEMBERS.check(asked, (_, value) -> Faults.notCarried(value, "/v1/chat/completions"));
    }
}
