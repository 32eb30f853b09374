package dev.avow.bedrock;

import dev.avow.translation.Chained;
import dev.avow.translation.ChatByMessages;
import dev.avow.translation.ChatDialect;
import dev.avow.translation.CountByLength;
import dev.avow.translation.MessagesByConverse;
import dev.avow.translation.ResponsesByChat;
import dev.avow.wire.Framing;
import dev.avow.wire.Speech;
import dev.avow.wire.Translation;
import dev.avow.words.Route;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * Amazon Bedrock (docs.aws.amazon.com/bedrock/latest/APIReference, "Converse" and
 * "ConverseStream"). A model is a model's id, an inference profile's, or the ARN of either.
 */
public final class Bedrock {

    /** Its events, each as a document of one member that is named after the event's type. */
    static final Framing EVENTS =
            new Framing(
                    "application/vnd.amazon.eventstream",
                    false,
                    event -> begins(event, "{\"metadata\"") || begins(event, "{\"messageStop\""),
                    EventStreamDecoder::new);

    private Bedrock() {}

    /**
     * Base URLs end with the host, as {@code https://bedrock-runtime.eu-west-1.amazonaws.com}.
     *
     * @param maxTokens the most tokens of an answer where a caller of OpenAI's API names no limit
     * @param clock for {@code created}, and for signatures
     */
    public static Speech speech(int maxTokens, InstantSource clock) {
        Translation messages = new MessagesByConverse(EVENTS);
        Translation chat = new Chained(new ChatByMessages(maxTokens, clock), messages);
        return new Speech(
                "bedrock",
                "",
                Set.of(),
                "",
                "", // another host lists its models
                new BedrockKey(clock),
                Map.of(),
                Map.of(
                        Route.MESSAGES,
                        messages,
                        Route.CHAT_COMPLETIONS,
                        chat,
                        Route.RESPONSES,
                        new Chained(new ResponsesByChat(ChatDialect.OPENAI, clock), chat),
                        Route.COUNT_TOKENS,
                        new CountByLength()));
    }

    private static boolean begins(byte[] event, String with) {
        return event.length >= with.length()
                && new String(event, 0, with.length(), StandardCharsets.ISO_8859_1).equals(with);
    }
}
