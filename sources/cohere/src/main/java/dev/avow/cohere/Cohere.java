package dev.avow.cohere;

import dev.avow.translation.ChatDialect;
import dev.avow.translation.CountByLength;
import dev.avow.translation.EmbeddingsByEmbed;
import dev.avow.translation.MessagesByChat;
import dev.avow.translation.RerankByCohere;
import dev.avow.translation.ResponsesByChat;
import dev.avow.wire.KeyUse;
import dev.avow.wire.Speech;
import dev.avow.words.Route;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * Cohere (docs.cohere.com). Chats go by its Compatibility API, which takes OpenAI's shape;
 * embeddings by its own {@code /v2/embed}, whose models want to know what a text is for; texts are
 * ranked by {@code /v2/rerank}.
 */
public final class Cohere {

    private Cohere() {}

    /** Base URLs end with the host, as {@code https://api.cohere.com}. */
    public static Speech speech(InstantSource clock) {
        return new Speech(
                "cohere",
                "https://api.cohere.com",
                Set.of(Route.CHAT_COMPLETIONS),
                "/compatibility/v1",
                "", // its own list has another shape, and another version
                KeyUse.header("Authorization", "Bearer "),
                Map.of(),
                Map.of(
                        Route.EMBEDDINGS,
                        new EmbeddingsByEmbed(),
                        Route.RERANK,
                        new RerankByCohere(),
                        Route.MESSAGES,
                        new MessagesByChat(ChatDialect.COMPATIBLE),
                        Route.COUNT_TOKENS,
                        new CountByLength(),
                        Route.RESPONSES,
                        new ResponsesByChat(ChatDialect.COMPATIBLE, clock)));
    }
}
