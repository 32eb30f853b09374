package dev.avow.translation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/** The vectors that Google answers, as OpenAI's list of embeddings. For one call. */
final class VectorAnswers implements WholeAnswers {

    /** How they come. */
    enum Shape {
        /** Of {@code batchEmbedContents}. */
        EMBEDDINGS,
        /** Of {@code embedContent}. */
        EMBEDDING,
        /** Of {@code predict}. */
        PREDICTIONS
    }

    private final EmbeddingsRequest asked;
    private final Shape shape;

    VectorAnswers(EmbeddingsRequest asked, Shape shape) {
        this.asked = asked;
        this.shape = shape;
    }

    @Override
    public byte[] whole(byte[] json) {
        Value answer = Faults.answer(json);
        List<Value> embeddings = embeddings(answer);
        if (embeddings.isEmpty() || embeddings.size() != asked.texts().size()) {
            throw Faults.invalid("the provider's answer does not hold an embedding for each text");
        }
        Writer out = new Writer().open('{').member("object", "list").name("data").open('[');
        int index = 0;
        for (Value embedding : embeddings) {
            out.open('{').member("object", "embedding").member("index", index++);
            Value vector = embedding.get("values");
            if (asked.base64()) {
                out.member("embedding", packed(vector.items()));
            } else {
                out.name("embedding").raw(vector.isArray() ? vector.raw() : "[]");
            }
            out.close('}');
        }
        out.close(']').member("model", asked.model());
        long tokens = tokens(answer, embeddings);
        out.name("usage").open('{').member("prompt_tokens", tokens);
        return out.member("total_tokens", tokens).close('}').close('}').bytes();
    }

    private List<Value> embeddings(Value answer) {
        return switch (shape) {
            case EMBEDDINGS -> answer.get("embeddings").items();
            case EMBEDDING ->
                    answer.get("embedding").isObject()
                            ? List.of(answer.get("embedding"))
                            : List.of();
            case PREDICTIONS ->
                    answer.get("predictions").items().stream()
                            .map(each -> each.get("embeddings"))
                            .toList();
        };
    }

    private long tokens(Value answer, List<Value> embeddings) {
        if (shape != Shape.PREDICTIONS) {
            return answer.get("usageMetadata").get("promptTokenCount").count(asked.estimate());
        }
        long tokens = 0;
        for (Value each : embeddings) {
            long told = each.get("statistics").get("token_count").count(-1);
            if (told < 0) {
                return asked.estimate();
            }
            tokens += told;
        }
        return tokens;
    }

    /** Numbers of 32 bits, the lowest byte first. */
    private static String packed(List<Value> vector) {
        ByteBuffer bytes =
                ByteBuffer.allocate(vector.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Value number : vector) {
            if (!number.isNumber()) {
                throw Faults.invalid("the provider's embeddings are no numbers");
            }
            bytes.putFloat(Float.parseFloat(number.text()));
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    @Override
    public byte[] refusal(int status, byte[] json) {
        return GenerateAnswers.refused(status, json);
    }
}
