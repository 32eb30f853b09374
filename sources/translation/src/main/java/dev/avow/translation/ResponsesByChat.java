package dev.avow.translation;

import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import dev.avow.words.Route;
import java.time.InstantSource;

/**
 * {@code /v1/responses} for a provider that has {@code /v1/chat/completions} only (OpenAI's API
 * reference, "Create a model response" and "Create chat completion"). Safe for any thread.
 */
public final class ResponsesByChat implements Translation {

    private final ChatDialect dialect;
    private final InstantSource clock;

    /**
     * @param clock for {@code created_at}
     */
    public ResponsesByChat(ChatDialect dialect, InstantSource clock) {
        this.dialect = dialect;
        this.clock = clock;
    }

    @Override
    public Translated of(byte[] body) {
        Value asked = Faults.request(body);
        byte[] request = new ResponsesRequest(asked, dialect).write();
        long now = clock.instant().getEpochSecond();
        return new Translated.Elsewhere(
                Route.CHAT_COMPLETIONS, request, new ResponseAnswers(new ResponseHead(asked, now)));
    }
}
