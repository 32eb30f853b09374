package dev.avow.translation;

/**
 * Why an answer ended, in OpenAI's words ({@code finish_reason}) and Anthropic's ({@code
 * stop_reason}). A word that nobody knows is a plain end.
 */
final class StopReasons {

    private StopReasons() {}

    static String openAi(String stopReason) {
        return switch (stopReason) {
            case "max_tokens", "model_context_window_exceeded" -> "length";
            case "tool_use" -> "tool_calls";
            case "refusal" -> "content_filter";
            default -> "stop";
        };
    }

    /**
     * @param called whether a tool was called; some servers say {@code stop} then
     */
    static String anthropic(String finishReason, boolean called) {
        return switch (finishReason) {
            case "length" -> "max_tokens";
            case "tool_calls", "function_call" -> "tool_use";
            case "content_filter" -> "refusal";
            default -> called ? "tool_use" : "end_turn";
        };
    }
}
