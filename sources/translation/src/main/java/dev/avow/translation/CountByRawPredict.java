package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import java.util.Map;

/**
 * {@code /v1/messages/count_tokens} for Anthropic's models at Vertex AI, as Anthropic's own client
 * asks it there: of a model that is named so, and the one that is meant stands in the body. Safe
 * for any thread.
 */
public final class CountByRawPredict implements Translation {

    private static final String PATH = "/publishers/anthropic/models/count-tokens:rawPredict";

    @Override
    public Translated of(byte[] body) {
        Writer out =
                new Writer().open('{').member("anthropic_version", MessagesByRawPredict.VERSION);
        for (Map.Entry<String, Value> member : Faults.request(body).members().entrySet()) {
            if (!member.getKey().equals("anthropic_version")) {
                out.move(member.getKey(), member.getValue());
            }
        }
        return new Translated.Elsewhere(
                Target.at(PATH, Framing.BY_TYPE), out.close('}').bytes(), new RawAnswers());
    }
}
