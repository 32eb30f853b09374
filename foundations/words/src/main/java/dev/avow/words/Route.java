package dev.avow.words;

import java.util.Optional;

/** A route by which text comes to a model. What its bodies hold, room 01 knows. */
public enum Route {
    /** OpenAI's API reference, "Create chat completion". */
    CHAT_COMPLETIONS(Api.OPENAI, "/chat/completions"),
    /** OpenAI's API reference, "Create a model response". */
    RESPONSES(Api.OPENAI, "/responses"),
    /** OpenAI's API reference, "Create embeddings". */
    EMBEDDINGS(Api.OPENAI, "/embeddings"),
    /** Anthropic's API reference, "Create a Message". */
    MESSAGES(Api.ANTHROPIC, "/messages"),
    /** Anthropic's API reference, "Count tokens in a Message". */
    COUNT_TOKENS(Api.ANTHROPIC, "/messages/count_tokens"),
    /** OpenAI's API reference, "Create image". */
    IMAGE_GENERATIONS(Api.OPENAI, "/images/generations"),
    /** OpenAI's API reference, "Create image edit". */
    IMAGE_EDITS(Api.OPENAI, "/images/edits"),
    /** OpenAI's API reference, "Create image variation". */
    IMAGE_VARIATIONS(Api.OPENAI, "/images/variations"),
    /** OpenAI's API reference, "Create speech". Its answer is sound. */
    SPEECH(Api.OPENAI, "/audio/speech"),
    /** OpenAI's API reference, "Create transcription". */
    TRANSCRIPTIONS(Api.OPENAI, "/audio/transcriptions"),
    /** OpenAI's API reference, "Create translation". */
    TRANSLATIONS(Api.OPENAI, "/audio/translations"),
    /**
     * Cohere's API reference, "Rerank API (v2)", which other servers have at {@code /v1/rerank}.
     */
    RERANK(Api.COHERE, "/rerank");

    /** Whose API a route is of: it decides how faults look. */
    public enum Api {
        OPENAI,
        ANTHROPIC,
        COHERE
    }

    private static final String VERSION = "/v1";

    private final Api api;
    private final String path;

    Route(Api api, String path) {
        this.api = api;
        this.path = path;
    }

    /** Where Cohere's own clients look for {@link #RERANK}. */
    private static final String SECOND_RERANK = "/v2/rerank";

    /** The route of a request's path, such as {@code /v1/messages}; empty for another path. */
    public static Optional<Route> of(String requestPath) {
        if (requestPath.equals(SECOND_RERANK)) {
            return Optional.of(RERANK);
        }
        if (requestPath.startsWith(VERSION)) {
            String rest = requestPath.substring(VERSION.length());
            for (Route route : values()) {
                if (rest.equals(route.path)) {
                    return Optional.of(route);
                }
            }
        }
        return Optional.empty();
    }

    /** Whose API it is of. */
    public Api api() {
        return api;
    }

    /** Whether its bodies may be forms with files (RFC 7578) instead of JSON. */
    public boolean takesForms() {
        return switch (this) {
            case IMAGE_EDITS, IMAGE_VARIATIONS, TRANSCRIPTIONS, TRANSLATIONS -> true;
            case CHAT_COMPLETIONS,
                    RESPONSES,
                    EMBEDDINGS,
                    MESSAGES,
                    COUNT_TOKENS,
                    IMAGE_GENERATIONS,
                    SPEECH,
                    RERANK ->
                    false;
        };
    }

    /** Its path after {@code /v1}, the same here and at a provider. */
    public String path() {
        return path;
    }
}
