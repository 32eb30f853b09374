package dev.avow.translation;

/** What Cohere's {@code /v2/embed} answers, as OpenAI's list of embeddings. For one call. */
final class EmbedAnswers implements WholeAnswers {

    private final String model;
    private final String type;

    /**
     * @param type under which the vectors stand
     */
    EmbedAnswers(String model, String type) {
        this.model = model;
        this.type = type;
    }

    @Override
    public byte[] whole(byte[] json) {
        Value answer = Faults.answer(json);
        Value vectors = answer.get("embeddings").get(type);
        if (!vectors.isArray()) {
            throw Faults.invalid("the provider's answer holds no embeddings");
        }
        Writer out = new Writer().open('{').member("object", "list").name("data").open('[');
        int index = 0;
        for (Value vector : vectors.items()) {
            out.open('{').member("object", "embedding").member("index", index++);
            out.name("embedding").raw(vector.raw()).close('}');
        }
        out.close(']').member("model", model);
        long tokens = answer.get("meta").get("billed_units").get("input_tokens").count(0);
        out.name("usage").open('{').member("prompt_tokens", tokens);
        return out.member("total_tokens", tokens).close('}').close('}').bytes();
    }

    /** Of {@code {"message": …}}. */
    @Override
    public byte[] refusal(int status, byte[] json) {
        return Errors.openAi(Faults.refusal(json));
    }
}
