package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import java.util.Map;

/**
 * {@code /v1/messages} for Anthropic's models at Vertex AI ({@code rawPredict} and {@code
 * streamRawPredict}; Anthropic's documentation, "Claude on Vertex AI"). It is Anthropic's API but
 * that the model stands in the path and the version in the body. Safe for any thread.
 */
public final class MessagesByRawPredict implements Translation {

    /** Of Anthropic's API at Vertex AI. */
    static final String VERSION = "vertex-2023-10-16";

    @Override
    public Translated of(byte[] body) {
        Value asked = Faults.request(body);
        Writer out = new Writer().open('{').member("anthropic_version", VERSION);
        for (Map.Entry<String, Value> member : asked.members().entrySet()) {
            if (!member.getKey().equals("model") && !member.getKey().equals("anthropic_version")) {
                out.move(member.getKey(), member.getValue());
            }
        }
        String operation = asked.get("stream").isTrue() ? ":streamRawPredict" : ":rawPredict";
        String model = PathSegment.escaped(asked.get("model").text());
        return new Translated.Elsewhere(
                Target.at("/publishers/anthropic/models/" + model + operation, Framing.BY_TYPE),
                out.close('}').bytes(),
                new RawAnswers());
    }
}
