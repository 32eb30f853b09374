package dev.avow.vertex;

import dev.avow.translation.ByModel;
import dev.avow.translation.Chained;
import dev.avow.translation.ChatByGenerate;
import dev.avow.translation.ChatByMessages;
import dev.avow.translation.ChatDialect;
import dev.avow.translation.CountByLength;
import dev.avow.translation.CountByRawPredict;
import dev.avow.translation.EmbeddingsByContent;
import dev.avow.translation.EmbeddingsByPredict;
import dev.avow.translation.GenerateDialect;
import dev.avow.translation.MessagesByChat;
import dev.avow.translation.MessagesByRawPredict;
import dev.avow.translation.ResponsesByChat;
import dev.avow.wire.Speech;
import dev.avow.wire.Translation;
import dev.avow.words.Route;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.X509TrustManager;

/**
 * Google Vertex AI (cloud.google.com/vertex-ai/generative-ai/docs/model-reference): Google's models
 * by {@code generateContent}, Anthropic's by {@code rawPredict}. A model whose name begins with
 * {@code claude} is one of Anthropic's. Of models for embeddings those named {@code gemini} are
 * asked by {@code embedContent} and older ones by {@code predict}, as Google's own client does.
 */
public final class Vertex {

    private static final String CLAUDE = "claude";
    private static final String GEMINI = "gemini";

    private Vertex() {}

    /**
     * Base URLs end with the location, as {@code
     * https://europe-west1-aiplatform.googleapis.com/v1/projects/PROJECT/locations/europe-west1}.
     *
     * @param maxTokens the most tokens of an answer where a caller of OpenAI's API names no limit
     * @param tokens where keys of service accounts are exchanged; what a key says of that is not
     *     followed
     * @param trust who vouches for that place; empty: the authorities that the JVM knows
     * @param clock for {@code created}, and for tokens
     */
    public static Speech speech(
            int maxTokens,
            TokenPlace tokens,
            Optional<X509TrustManager> trust,
            InstantSource clock) {
        Translation google = new ChatByGenerate(GenerateDialect.VERTEX, clock);
        Translation anthropic = new MessagesByRawPredict();
        Translation claude = new Chained(new ChatByMessages(maxTokens, clock), anthropic);
        ChatDialect dialect = ChatDialect.COMPATIBLE;
        return new Speech(
                "vertex",
                "",
                Set.of(),
                "",
                new PublisherModels(),
                new VertexKey(new TokenExchange(tokens, trust), clock),
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
                        new ByModel(CLAUDE, new CountByRawPredict(), new CountByLength()),
                        Route.EMBEDDINGS,
                        new ByModel(GEMINI, new EmbeddingsByContent(), new EmbeddingsByPredict())),
                Set.of());
    }
}
