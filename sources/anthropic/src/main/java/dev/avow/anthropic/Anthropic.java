package dev.avow.anthropic;

import dev.avow.translation.Chained;
import dev.avow.translation.ChatByMessages;
import dev.avow.translation.ChatDialect;
import dev.avow.translation.ResponsesByChat;
import dev.avow.wire.Catalogue;
import dev.avow.wire.KeyUse;
import dev.avow.wire.Speech;
import dev.avow.words.Route;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** Any server that speaks Anthropic's API (docs.anthropic.com/en/api). */
public final class Anthropic {

    private Anthropic() {}

    /**
     * Base URLs end with the host, as {@code https://api.anthropic.com}.
     *
     * @param version of the API, as {@code 2023-06-01}
     * @param betas of the API that every request asks for, parted by commas; may be empty
     * @param maxTokens the most tokens of an answer where a caller of OpenAI's API names no limit
     */
    public static Speech speech(String version, String betas, int maxTokens, InstantSource clock) {
        ChatByMessages chat = new ChatByMessages(maxTokens, clock);
        return new Speech(
                "anthropic",
                "https://api.anthropic.com",
                Set.of(Route.MESSAGES, Route.COUNT_TOKENS),
                "/v1",
                Catalogue.at("/models"),
                KeyUse.header("x-api-key", ""),
                betas.isEmpty()
                        ? Map.of("anthropic-version", version)
                        : Map.of("anthropic-version", version, "anthropic-beta", betas),
                Map.of(
                        Route.CHAT_COMPLETIONS,
                        chat,
                        Route.RESPONSES,
                        new Chained(new ResponsesByChat(ChatDialect.OPENAI, clock), chat)),
                Set.of(Route.MESSAGES));
    }
}
