package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;

/**
 * {@code /v1/embeddings} for the {@code predict} of Vertex AI
 * (cloud.google.com/vertex-ai/generative-ai/docs/model-reference/text-embeddings-api). Safe for any
 * thread.
 */
public final class EmbeddingsByPredict implements Translation {

    @Override
    public Translated of(byte[] body) {
        EmbeddingsRequest asked = EmbeddingsRequest.read(body);
        Writer out = new Writer().open('{').name("instances").open('[');
        for (Value text : asked.texts()) {
            out.open('{').member("content", text.text());
            out.move("task_type", asked.taskType()).close('}');
        }
        out.close(']');
        if (!asked.dimensions().isAbsent()) {
            out.name("parameters").open('{');
            out.move("outputDimensionality", asked.dimensions()).close('}');
        }
        String path = GenerateDialect.VERTEX.publisher() + GeminiModel.path(asked.model());
        return new Translated.Elsewhere(
                Target.at(path + ":predict", Framing.BY_TYPE),
                out.close('}').bytes(),
                new VectorAnswers(asked, VectorAnswers.Shape.PREDICTIONS));
    }
}
