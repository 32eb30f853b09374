package dev.avow.translation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;

/** What {@code batchEmbedContents} answers, as OpenAI's list of embeddings. For one call. */
final class BatchAnswers implements WholeAnswers {

    private final String model;
    private final boolean base64;
    private final long estimate;

    /**
     * @param base64 whether vectors are wanted as OpenAI packs them: numbers of 32 bits, the lowest
     *     byte first
     * @param estimate of the prompt's tokens, since not all models' answers tell them
     */
    BatchAnswers(String model, boolean base64, long estimate) {
        this.model = model;
        this.base64 = base64;
        this.estimate = estimate;
    }

    @Override
    public byte[] whole(byte[] json) {
        Value answer = Faults.answer(json);
        if (!answer.get("embeddings").isArray()) {
            throw Faults.invalid("the provider's answer holds no embeddings");
        }
        Writer out = new Writer().open('{').member("object", "list").name("data").open('[');
        int index = 0;
        for (Value embedding : answer.get("embeddings").items()) {
            out.open('{').member("object", "embedding").member("index", index++);
            Value vector = embedding.get("values");
            if (base64) {
                out.member("embedding", packed(vector.items()));
            } else {
                out.name("embedding").raw(vector.isArray() ? vector.raw() : "[]");
            }
            out.close('}');
        }
        out.close(']').member("model", model);
        long tokens = answer.get("usageMetadata").get("promptTokenCount").count(estimate);
        out.name("usage").open('{').member("prompt_tokens", tokens);
        return out.member("total_tokens", tokens).close('}').close('}').bytes();
    }

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
