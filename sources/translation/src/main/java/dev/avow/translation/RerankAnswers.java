package dev.avow.translation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Cohere's {@code /v2/rerank} answers, with documents where they are wanted. For one call. */
final class RerankAnswers implements WholeAnswers {

    private final @Nullable Value documents;

    /**
     * @param documents those that left, an array; null where the answer is to hold none
     */
    RerankAnswers(@Nullable Value documents) {
        this.documents = documents;
    }

    @Override
    public byte[] whole(byte[] json) {
        Value answer = Faults.answer(json);
        if (!answer.get("results").isArray()) {
            throw Faults.invalid("the provider's answer holds no results");
        }
        Writer out = new Writer().open('{').move("id", answer.get("id")).name("results").open('[');
        for (Value result : answer.get("results").items()) {
            out.open('{').move("index", result.get("index"));
            out.move("relevance_score", result.get("relevance_score"));
            if (documents != null) {
                document(documents.items(), result.get("index").count(-1), out);
            }
            out.close('}');
        }
        return out.close(']').move("meta", answer.get("meta")).close('}').bytes();
    }

    private static void document(List<Value> documents, long index, Writer out) {
        if (index < 0 || index >= documents.size()) {
            throw Faults.invalid("the provider ranked a document that it was not sent");
        }
        Value document = documents.get((int) index);
        out.name("document");
        if (document.isObject()) {
            out.raw(document.raw());
        } else {
            out.open('{').member("text", document.text()).close('}');
        }
    }

    @Override
    public byte[] refusal(int status, byte[] json) {
        return Errors.cohere(Faults.refusal(json));
    }
}
