package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import java.time.InstantSource;
import java.util.UUID;

/**
 * {@code /v1/chat/completions} for Google's {@code generateContent} and {@code
 * streamGenerateContent} (ai.google.dev/api/generate-content; OpenAI's API reference, "Create chat
 * completion"). The model stands in the path there, and so does whether the answer is streamed.
 * Safe for any thread.
 */
public final class ChatByGenerate implements Translation {

    private final GenerateDialect dialect;
    private final InstantSource clock;

    /** As Google's Gemini API takes it. */
    public ChatByGenerate(InstantSource clock) {
        this(GenerateDialect.GEMINI, clock);
    }

    /**
     * @param clock for {@code created}
     */
    public ChatByGenerate(GenerateDialect dialect, InstantSource clock) {
        this.dialect = dialect;
        this.clock = clock;
    }

    @Override
    public Translated of(byte[] body) {
        Value chat = Faults.request(body);
        byte[] request = new GenerateRequest(chat, dialect).write();
        String model = chat.get("model").text();
        boolean includeUsage = chat.get("stream_options").get("include_usage").isTrue();
        String operation =
                chat.get("stream").isTrue() ? ":streamGenerateContent?alt=sse" : ":generateContent";
        ChunkWriter chunks = new ChunkWriter(clock.instant().getEpochSecond(), includeUsage);
        chunks.name("chatcmpl-" + UUID.randomUUID().toString().replace("-", ""), model);
        return new Translated.Elsewhere(
                Target.at(
                        dialect.publisher() + GeminiModel.path(model) + operation,
                        Framing.UNMARKED),
                request,
                new GenerateAnswers(chunks));
    }
}
