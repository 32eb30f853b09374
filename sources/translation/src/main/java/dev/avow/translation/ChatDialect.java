package dev.avow.translation;

/**
 * What servers that speak OpenAI's API do not all take.
 *
 * @param limit the member for the most tokens of an answer: OpenAI's newer models take {@code
 *     max_completion_tokens} only, some other servers {@code max_tokens} only
 * @param user whether {@code user} may be sent; some refuse what they do not know
 * @param streamOptions whether {@code stream_options} may be sent; those that do not take it tell
 *     their usage unasked
 */
public record ChatDialect(String limit, boolean user, boolean streamOptions) {

    /** OpenAI itself, and servers that follow it closely. */
    public static final ChatDialect OPENAI = new ChatDialect("max_completion_tokens", true, true);

    /** Servers that took OpenAI's API over when the limit was {@code max_tokens}. */
    public static final ChatDialect COMPATIBLE = new ChatDialect("max_tokens", false, true);

    /** Servers that refuse every member they do not know. */
    public static final ChatDialect STRICT = new ChatDialect("max_tokens", false, false);
}
