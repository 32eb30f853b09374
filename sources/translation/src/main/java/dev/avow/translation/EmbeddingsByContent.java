package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;

/**
 * {@code /v1/embeddings} for the {@code embedContent} of Vertex AI, and where there are several
 * texts, its {@code batchEmbedContents}
 * (cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.publishers.models). Safe
 * for any thread.
 */
public final class EmbeddingsByContent implements Translation {

    @Override
    public Translated of(byte[] body) {
        EmbeddingsRequest asked = EmbeddingsRequest.read(body);
        boolean one = asked.texts().size() == 1;
        Writer out = new Writer();
        if (one) {
            write(asked.texts().getFirst(), asked, out);
        } else {
            out.open('{').name("requests").open('[');
            asked.texts().forEach(each -> write(each, asked, out));
            out.close(']').close('}');
        }
        String path = GenerateDialect.VERTEX.publisher() + GeminiModel.path(asked.model());
        return new Translated.Elsewhere(
                Target.at(path + (one ? ":embedContent" : ":batchEmbedContents"), Framing.BY_TYPE),
                out.bytes(),
                new VectorAnswers(
                        asked,
                        one ? VectorAnswers.Shape.EMBEDDING : VectorAnswers.Shape.EMBEDDINGS));
    }

    private static void write(Value text, EmbeddingsRequest asked, Writer out) {
        out.open('{').name("content").open('{').name("parts").open('[').open('{');
        out.member("text", text.text()).close('}').close(']').member("role", "user").close('}');
        if (!asked.taskType().isAbsent() || !asked.dimensions().isAbsent()) {
            out.name("embedContentConfig").open('{').move("taskType", asked.taskType());
            out.move("outputDimensionality", asked.dimensions()).close('}');
        }
        out.close('}');
    }
}
