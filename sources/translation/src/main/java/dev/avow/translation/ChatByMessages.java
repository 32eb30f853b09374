package dev.avow.translation;

import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import dev.avow.words.Route;
import java.time.InstantSource;

/**
 * {@code /v1/chat/completions} for a provider that has {@code /v1/messages} (OpenAI's API
 * reference, "Create chat completion"; Anthropic's, "Create a Message"). Safe for any thread.
 */
public final class ChatByMessages implements Translation {

    private final int maxTokens;
    private final InstantSource clock;

    /**
     * @param maxTokens the most tokens of an answer where the caller names no limit, since
     *     Anthropic's API wants one
     * @param clock for {@code created}
     */
    public ChatByMessages(int maxTokens, InstantSource clock) {
        this.maxTokens = maxTokens;
        this.clock = clock;
    }

    @Override
    public Translated of(byte[] body) {
        Value chat = Faults.request(body);
        byte[] request = new MessagesRequest(chat, maxTokens).write();
        boolean includeUsage = chat.get("stream_options").get("include_usage").isTrue();
        long now = clock.instant().getEpochSecond();
        return new Translated.Elsewhere(
                Route.MESSAGES, request, new ChatAnswers(now, includeUsage));
    }
}
