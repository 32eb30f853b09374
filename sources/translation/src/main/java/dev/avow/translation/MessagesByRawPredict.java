package dev.avow.translation;

import dev.avow.wire.AnswerTranslator;
import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import java.util.List;
import java.util.Map;

/**
 * {@code /v1/messages} for Anthropic's models at Vertex AI ({@code rawPredict} and {@code
 * streamRawPredict}; Anthropic's documentation, "Claude on Vertex AI"). It is Anthropic's API but
 * that the model stands in the path and the version in the body. Safe for any thread.
 */
public final class MessagesByRawPredict implements Translation {

    private static final String VERSION = "vertex-2023-10-16";

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
                new AsTheyAre());
    }

    /** Its answers are Anthropic's; of an error in mid-stream its kind alone is told. */
    private static final class AsTheyAre implements AnswerTranslator {

        @Override
        public byte[] whole(byte[] json) {
            var _ = Faults.answer(json);
            return json;
        }

        @Override
        public List<byte[]> event(byte[] json) {
            Value event = Faults.answer(json);
            if (event.get("type").is("error")) {
                String type = event.get("error").get("type").text();
                throw Faults.brokeOff(type, ChatChunks.ERRORS);
            }
            return List.of(json);
        }

        @Override
        public List<byte[]> end() {
            return List.of();
        }

        @Override
        public byte[] refusal(int status, byte[] json) {
            return Errors.anthropic(status, Faults.refusal(json));
        }
    }
}
