package dev.avow.translation;

import dev.avow.wire.AnswerTranslator;
import java.util.List;

/**
 * What Anthropic's models at Vertex AI answer, which is what they answer elsewhere; of an error in
 * mid-stream its kind alone is told.
 */
final class RawAnswers implements AnswerTranslator {

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
