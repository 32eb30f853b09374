package dev.avow.translation;

import java.util.List;

/** Why an answer of Google's ended ({@code FinishReason}, {@code BlockReason}). */
final class GenerateReasons {

    /** Of a prompt that was not answered at all. */
    private static final String BLOCKED = "SAFETY";

    private GenerateReasons() {}

    /** Google's word for why this answer, or this piece of one, is the last; empty where not. */
    static String of(Value answer) {
        if (answer.get("promptFeedback").get("blockReason").isString()) {
            return BLOCKED;
        }
        List<Value> candidates = answer.get("candidates").items();
        return candidates.isEmpty() ? "" : candidates.getFirst().get("finishReason").text();
    }

    /**
     * In OpenAI's words. A word that nobody knows is a plain end.
     *
     * @param called whether a function was called, which Google has no word for
     * @throws dev.avow.words.FaultException where the model said what its provider could not read
     */
    static String openAi(String reason, boolean called) {
        return switch (reason) {
            case "MAX_TOKENS" -> "length";
            case "SAFETY",
                    "RECITATION",
                    "LANGUAGE",
                    "BLOCKLIST",
                    "PROHIBITED_CONTENT",
                    "SPII",
                    "IMAGE_SAFETY",
                    "IMAGE_PROHIBITED_CONTENT",
                    "IMAGE_RECITATION" ->
                    "content_filter";
            case "MALFORMED_FUNCTION_CALL",
                    "MALFORMED_RESPONSE",
                    "UNEXPECTED_TOOL_CALL",
                    "TOO_MANY_TOOL_CALLS",
                    "MISSING_THOUGHT_SIGNATURE" ->
                    throw Faults.invalid(
                            "the model's answer is malformed, says its provider; ask again");
            default -> called ? "tool_calls" : "stop";
        };
    }
}
