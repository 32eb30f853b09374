package dev.avow.vertex;

import dev.avow.translation.ByModel;
import dev.avow.translation.Chained;
import dev.avow.translation.ChatByGenerate;
import dev.avow.translation.ChatByMessages;
import dev.avow.translation.ChatDialect;
import dev.avow.translation.CountByLength;
import dev.avow.translation.GenerateDialect;
import dev.avow.translation.MessagesByChat;
import dev.avow.translation.MessagesByRawPredict;
import dev.avow.translation.ResponsesByChat;
import dev.avow.wire.Speech;
import dev.avow.wire.Translation;
import dev.avow.words.Route;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * Google Vertex AI (cloud.google.com/vertex-ai/generative-ai/docs/model-reference): Google's models
 * by {@code generateContent}, Anthropic's by {@code rawPredict}. A model whose name begins with
 * {@code claude} is one of Anthropic's.
 */
public final class Vertex {

    private static final String CLAUDE = "claude";

    private Vertex() {}

    /**
     * Base URLs end with the location, as {@code
     * https://europe-west1-aiplatform.googleapis.com/v1/projects/PROJECT/locations/europe-west1}.
     *
     * @param maxTokens the most tokens of an answer where a caller of OpenAI's API names no limit
     * @param tokens where keys of service accounts are exchanged; what a key says of that is not
     *     followed
     * @param clock for {@code created}, and for tokens
     */
    public static Speech speech(int maxTokens, URI tokens, InstantSource clock) {
        Translation google = new ChatByGenerate(GenerateDialect.VERTEX, clock);
        Translation anthropic = new MessagesByRawPredict();
        Translation claude = new Chained(new ChatByMessages(maxTokens, clock), anthropic);
        ChatDialect dialect = ChatDialect.COMPATIBLE;
        return new Speech(
                "vertex",
                "",
                Set.of(),
                "",
                "", // another host and version list its models
                new VertexKey(new TokenExchange(tokens), clock),
                Map.of(),
                Map.of(
                        Route.CHAT_COMPLETIONS,
                        new ByModel(CLAUDE, claude, google),
                        Route.MESSAGES,
                        new ByModel(
                                CLAUDE,
                                anthropic,
                                new Chained(new MessagesByChat(dialect), google)),
                        Route.RESPONSES,
                        new ByModel(
                                CLAUDE,
                                new Chained(new ResponsesByChat(ChatDialect.OPENAI, clock), claude),
                                new Chained(new ResponsesByChat(dialect, clock), google)),
                        Route.COUNT_TOKENS,
                        new CountByLength()));
    }
}
