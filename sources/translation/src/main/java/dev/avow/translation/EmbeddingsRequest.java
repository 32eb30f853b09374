package dev.avow.translation;

import java.util.List;
import java.util.Set;

/**
 * A request of {@code /v1/embeddings} for Google (OpenAI's API reference, "Create embeddings").
 * What a text is for may be said in Google's own word, {@code task_type}.
 *
 * @param texts those of {@code input}
 * @param base64 whether vectors are wanted as OpenAI packs them
 */
record EmbeddingsRequest(
        String model, List<Value> texts, Value taskType, Value dimensions, boolean base64) {

    private static final Set<String> KNOWN =
            Set.of("model", "input", "dimensions", "encoding_format", "user", "task_type");

    /**
     * Reads it.
     *
     * @throws dev.avow.words.FaultException where it holds what Google's API cannot carry
     */
    static EmbeddingsRequest read(byte[] body) {
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
        Value input = asked.get("input");
        return new EmbeddingsRequest(
                asked.get("model").text(),
                input.isString() ? List.of(input) : input.items(),
                asked.get("task_type"),
                asked.get("dimensions"),
                format.is("base64"));
    }

    /** The prompt's tokens, since not all models' answers tell them: four characters to one. */
    long estimate() {
        return (texts.stream().mapToLong(each -> each.text().length()).sum() + 3) / 4;
    }

    /** Prints how many there are, never a text. */
    @Override
    public String toString() {
        return "EmbeddingsRequest of " + texts.size() + " texts";
    }
}
