package dev.avow.openai;

import dev.avow.translation.ChatDialect;
import dev.avow.translation.CountByLength;
import dev.avow.translation.MessagesByChat;
import dev.avow.translation.ResponsesByChat;
import dev.avow.wire.Catalogue;
import dev.avow.wire.KeyUse;
import dev.avow.wire.Speech;
import dev.avow.words.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Servers that speak OpenAI's API (platform.openai.com/docs/api-reference): any of them by the kind
 * {@code openai}, where one that lacks a route says so itself, mostly with a 404; and those whose
 * own ways are known, each by a kind of its own.
 */
public final class OpenAi {

    private static final String BEARER = "Authorization";

    private static final Set<Route> ALL =
            Set.of(
                    Route.CHAT_COMPLETIONS,
                    Route.RESPONSES,
                    Route.EMBEDDINGS,
                    Route.IMAGE_GENERATIONS,
                    Route.IMAGE_EDITS,
                    Route.IMAGE_VARIATIONS,
                    Route.SPEECH,
                    Route.TRANSCRIPTIONS,
                    Route.TRANSLATIONS,
                    Route.RERANK);

    /** What a batch's lines may name of those that are known here. */
    private static final Set<Route> BATCHED =
            Set.of(Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.EMBEDDINGS);

    /** Base URLs end in {@code /v1}, or in what a compatible server has in its place. */
    public static final Speech SPEECH = speech("openai", "", BEARER, ChatDialect.OPENAI, ALL);

    /** All kinds, {@link #SPEECH} first. */
    public static final List<Speech> SPEECHES =
            List.of(
                    SPEECH,
                    // learn.microsoft.com, "Azure OpenAI v1 API": no dated api-version. A base URL
                    // is https://RESOURCE.openai.azure.com/openai/v1, a model a deployment's name.
                    speech(
                            "azure-openai",
                            "",
                            "api-key",
                            ChatDialect.OPENAI,
                            Set.of(Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.EMBEDDINGS)),
                    // console.groq.com/docs/openai
                    speech(
                            "groq",
                            "https://api.groq.com/openai/v1",
                            BEARER,
                            ChatDialect.OPENAI,
                            Set.of(
                                    Route.CHAT_COMPLETIONS,
                                    Route.RESPONSES,
                                    Route.SPEECH,
                                    Route.TRANSCRIPTIONS,
                                    Route.TRANSLATIONS)),
                    // docs.mistral.ai/api: refuses what it does not know, stream_options included
                    speech(
                            "mistral",
                            "https://api.mistral.ai/v1",
                            BEARER,
                            ChatDialect.STRICT,
                            Set.of(Route.CHAT_COMPLETIONS, Route.EMBEDDINGS)),
                    // docs.ollama.com/api/openai-compatibility
                    speech(
                            "ollama",
                            "http://127.0.0.1:11434/v1",
                            BEARER,
                            ChatDialect.COMPATIBLE,
                            Set.of(Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.EMBEDDINGS)));

    private OpenAi() {}

    private static Speech speech(
            String kind, String base, String keyHeader, ChatDialect dialect, Set<Route> routes) {
        return new Speech(
                kind,
                base,
                routes,
                "",
                Catalogue.at("/models"),
                KeyUse.header(keyHeader, keyHeader.equals(BEARER) ? "Bearer " : ""),
                Map.of(),
                Map.of(
                        Route.MESSAGES,
                        new MessagesByChat(dialect),
                        Route.COUNT_TOKENS,
                        new CountByLength(),
                        Route.RESPONSES,
                        new ResponsesByChat(dialect, InstantSource.system())),
                kind.equals("openai") ? BATCHED : Set.of());
    }
}
