package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;

/**
 * {@code /v1/messages} for Amazon Bedrock's Converse and ConverseStream (Bedrock's API reference,
 * "Converse" and "ConverseStream"; Anthropic's, "Create a Message"). The model stands in the path
 * there, and so does whether the answer is streamed. Safe for any thread.
 */
public final class MessagesByConverse implements Translation {

    private final Framing framing;

    /**
     * @param framing cuts a stream into documents, each of one member: the event's type, and what
     *     it says
     */
    public MessagesByConverse(Framing framing) {
        this.framing = framing;
    }

    @Override
    public Translated of(byte[] body) {
        Value asked = Faults.request(body);
        byte[] request = new ConverseRequest(asked).write();
        String model = asked.get("model").text();
        String operation = asked.get("stream").isTrue() ? "/converse-stream" : "/converse";
        return new Translated.Elsewhere(
                Target.at("/model/" + PathSegment.escaped(model) + operation, framing),
                request,
                new ConverseAnswers(model));
    }
}
