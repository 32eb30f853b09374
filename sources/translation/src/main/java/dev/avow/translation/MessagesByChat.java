package dev.avow.translation;

import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import dev.avow.words.Route;

/**
 * {@code /v1/messages} for a provider that has {@code /v1/chat/completions} (Anthropic's API
 * reference, "Create a Message"; OpenAI's, "Create chat completion"). Safe for any thread.
 */
public final class MessagesByChat implements Translation {

    private final ChatDialect dialect;

    public MessagesByChat(ChatDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Translated of(byte[] body) {
        Value messages = Faults.request(body);
        byte[] request = new ChatRequest(messages, dialect).write();
        return new Translated.Elsewhere(Route.CHAT_COMPLETIONS, request, new MessageAnswers());
    }
}
