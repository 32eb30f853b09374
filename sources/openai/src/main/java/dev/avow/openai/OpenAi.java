package dev.avow.openai;

import dev.avow.translation.ChatDialect;
import dev.avow.translation.CountByLength;
import dev.avow.translation.MessagesByChat;
import dev.avow.wire.Speech;
import dev.avow.words.Route;
import java.util.Map;
import java.util.Set;

/**
 * Any server that speaks OpenAI's API (platform.openai.com/docs/api-reference). One that lacks a
 * route says so itself, mostly with a 404.
 */
public final class OpenAi {

    /** Base URLs end in {@code /v1}, or in what a compatible server has in its place. */
    public static final Speech SPEECH =
            new Speech(
                    "openai",
                    Set.of(Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.EMBEDDINGS),
                    "",
                    "Authorization",
                    "Bearer ",
                    Map.of(),
                    Map.of(
                            Route.MESSAGES,
                            new MessagesByChat(ChatDialect.OPENAI),
                            Route.COUNT_TOKENS,
                            new CountByLength()));

    private OpenAi() {}
}
