package dev.avow.translation;

/**
 * Tokens used, told in either shape. OpenAI counts those read from a cache in the prompt's;
 * Anthropic counts them beside.
 *
 * @param in of the prompt, all together
 * @param cached of these, read from the provider's cache
 * @param written of these, written to the provider's cache
 * @param out of the answer
 */
record Tokens(long in, long cached, long written, long out) {

    static final Tokens NONE = new Tokens(0, 0, 0, 0);

    /** After {@code before}, with what Anthropic's {@code usage} says anew. */
    static Tokens anthropic(Value usage, Tokens before) {
        long cached = usage.get("cache_read_input_tokens").count(before.cached);
        long written = usage.get("cache_creation_input_tokens").count(before.written);
        long fresh = usage.get("input_tokens").count(before.in - before.cached - before.written);
        return new Tokens(
                fresh + cached + written,
                cached,
                written,
                usage.get("output_tokens").count(before.out));
    }

    /** Of Converse's {@code usage}, which counts what a cache held beside, as Anthropic does. */
    static Tokens converse(Value usage) {
        long cached = usage.get("cacheReadInputTokens").count(0);
        long written = usage.get("cacheWriteInputTokens").count(0);
        return new Tokens(
                usage.get("inputTokens").count(0) + cached + written,
                cached,
                written,
                usage.get("outputTokens").count(0));
    }

    /**
     * After {@code before}, with what Google's {@code usageMetadata} says anew, which counts
     * thoughts beside the answer.
     */
    static Tokens gemini(Value usage, Tokens before) {
        if (usage.isAbsent()) {
            return before;
        }
        long in = usage.get("promptTokenCount").count(0);
        long cached = usage.get("cachedContentTokenCount").count(0);
        return new Tokens(
                in + usage.get("toolUsePromptTokenCount").count(0),
                Math.min(cached, in),
                0,
                usage.get("candidatesTokenCount").count(0)
                        + usage.get("thoughtsTokenCount").count(0));
    }

    /** After {@code before}, with what OpenAI's {@code usage} says anew. */
    static Tokens openAi(Value usage, Tokens before) {
        long in = usage.get("prompt_tokens").count(before.in);
        long cached = usage.get("prompt_tokens_details").get("cached_tokens").count(before.cached);
        return new Tokens(
                in, Math.min(cached, in), 0, usage.get("completion_tokens").count(before.out));
    }

    /** Writes it as the member {@code usage} of an answer of OpenAI's. */
    void openAi(Writer into) {
        into.name("usage").open('{');
        into.member("prompt_tokens", in);
        into.member("completion_tokens", out);
        into.member("total_tokens", in + out);
        into.name("prompt_tokens_details").open('{').member("cached_tokens", cached).close('}');
        into.close('}');
    }

    /** Writes it as the member {@code usage} of a response. */
    void responses(Writer into) {
        into.name("usage").open('{').member("input_tokens", in);
        into.name("input_tokens_details").open('{').member("cached_tokens", cached);
        into.member("cache_write_tokens", written).close('}');
        into.member("output_tokens", out);
        into.name("output_tokens_details").open('{').member("reasoning_tokens", 0).close('}');
        into.member("total_tokens", in + out).close('}');
    }

    /** Writes it as the member {@code usage} of an answer of Anthropic's. */
    void anthropic(Writer into) {
        into.name("usage").open('{');
        into.member("input_tokens", in - cached - written);
        into.member("cache_creation_input_tokens", written);
        into.member("cache_read_input_tokens", cached);
        into.member("output_tokens", out);
        into.close('}');
    }
}
