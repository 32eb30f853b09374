package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import java.util.List;
import java.util.Set;

/**
 * {@code /v1/embeddings} for Google's {@code batchEmbedContents} (ai.google.dev/api/embeddings;
 * OpenAI's API reference, "Create embeddings"). What a text is for may be said in Google's own
 * word, {@code task_type}. Safe for any thread.
 */
public final class EmbeddingsByBatch implements Translation {

    private static final Set<String> KNOWN =
            Set.of("model", "input", "dimensions", "encoding_format", "user", "task_type");

    @Override
    public Translated of(byte[] body) {
        Value asked = Faults.request(body);
        asked.members()
                .forEach((name, value) -> {
                    if (!value.isAbsent() && !KNOWN.contains(name)) {
                        throw Faults.notCarried(value, GenerateMembers.API);
                    }
                });
        Value format = asked.get("encoding_format");
        if (!format.isAbsent() && !format.is("float") && !format.is("base64")) {
            throw Faults.wrong(format, "an encoding_format is float or base64");
        }
        String model = asked.get("model").text();
        Value input = asked.get("input");
        List<Value> texts = input.isString() ? List.of(input) : input.items();
        long chars = 0;
        Writer out = new Writer().open('{').name("requests").open('[');
        for (Value text : texts) {
            chars += text.text().length();
            out.open('{').member("model", GeminiModel.resource(model));
            out.name("content").open('{').name("parts").open('[').open('{');
            out.member("text", text.text()).close('}').close(']').close('}');
            out.move("taskType", asked.get("task_type"));
            out.move("outputDimensionality", asked.get("dimensions")).close('}');
        }
        return new Translated.Elsewhere(
                Target.at(GeminiModel.path(model) + ":batchEmbedContents", Framing.BY_TYPE),
                out.close(']').close('}').bytes(),
                new BatchAnswers(model, format.is("base64"), (chars + 3) / 4));
    }
}
