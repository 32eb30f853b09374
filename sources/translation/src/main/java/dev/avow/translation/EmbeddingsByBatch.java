package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;

/**
 * {@code /v1/embeddings} for the {@code batchEmbedContents} of Google's Gemini API
 * (ai.google.dev/api/embeddings). Safe for any thread.
 */
public final class EmbeddingsByBatch implements Translation {

    @Override
    public Translated of(byte[] body) {
        EmbeddingsRequest asked = EmbeddingsRequest.read(body);
        Writer out = new Writer().open('{').name("requests").open('[');
        for (Value text : asked.texts()) {
            out.open('{').member("model", GeminiModel.resource(asked.model()));
            out.name("content").open('{').name("parts").open('[').open('{');
            out.member("text", text.text()).close('}').close(']').close('}');
            out.move("taskType", asked.taskType());
            out.move("outputDimensionality", asked.dimensions()).close('}');
        }
        return new Translated.Elsewhere(
                Target.at(GeminiModel.path(asked.model()) + ":batchEmbedContents", Framing.BY_TYPE),
                out.close(']').close('}').bytes(),
                new VectorAnswers(asked, VectorAnswers.Shape.EMBEDDINGS));
    }
}
