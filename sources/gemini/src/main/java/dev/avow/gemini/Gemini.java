package dev.avow.gemini;

import dev.avow.translation.Chained;
import dev.avow.translation.ChatByGenerate;
import dev.avow.translation.ChatDialect;
import dev.avow.translation.CountByLength;
import dev.avow.translation.EmbeddingsByBatch;
import dev.avow.translation.MessagesByChat;
import dev.avow.translation.ResponsesByChat;
import dev.avow.wire.KeyUse;
import dev.avow.wire.Speech;
import dev.avow.wire.Translation;
import dev.avow.words.Route;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * Google's Gemini API (ai.google.dev/api), in its own words: {@code generateContent} and what
 * belongs to it, and no layer for OpenAI's clients between.
 */
public final class Gemini {

    private Gemini() {}

    /**
     * Base URLs end with the version, as {@code https://generativelanguage.googleapis.com/v1beta}.
     *
     * @param clock for {@code created}
     */
    public static Speech speech(InstantSource clock) {
        Translation chat = new ChatByGenerate(clock);
        ChatDialect dialect = ChatDialect.COMPATIBLE;
        return new Speech(
                "gemini",
                "https://generativelanguage.googleapis.com/v1beta",
                Set.of(),
                "",
                "/models?pageSize=1000",
                KeyUse.header("x-goog-api-key", ""),
                Map.of(),
                Map.of(
                        Route.CHAT_COMPLETIONS,
                        chat,
                        Route.MESSAGES,
                        new Chained(new MessagesByChat(dialect), chat),
                        Route.RESPONSES,
                        new Chained(new ResponsesByChat(dialect, clock), chat),
                        Route.COUNT_TOKENS,
                        new CountByLength(),
                        Route.EMBEDDINGS,
                        new EmbeddingsByBatch()));
    }
}
