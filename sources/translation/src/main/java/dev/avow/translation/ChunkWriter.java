package dev.avow.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the chunks of a chat completion (OpenAI's API reference, "The chat completion chunk
 * object"). What was written waits until it is taken. For one stream.
 */
final class ChunkWriter {

    private final long created;
    private final boolean includeUsage;
    private final List<byte[]> told = new ArrayList<>(2);
    private String id = "";
    private String model = "";

    /**
     * @param created in seconds since 1970
     * @param includeUsage whether a stream ends with its usage
     */
    ChunkWriter(long created, boolean includeUsage) {
        this.created = created;
        this.includeUsage = includeUsage;
    }

    /** Names the answer; before anything is written. */
    void name(String answerId, String ofModel) {
        id = answerId;
        model = ofModel;
    }

    /** The first chunk, which says who speaks. */
    void begin() {
        tell(delta ->
                delta.member("role", "assistant")
                        .member("content", "")
                        .name("refusal")
                        .raw("null"));
    }

    void text(String text) {
        if (!text.isEmpty()) {
            tell(delta -> delta.member("content", text));
        }
    }

    /** A chunk with these members of its delta. */
    void tell(Consumer<Writer> delta) {
        Writer out = chunk().open('[').open('{').member("index", 0).name("delta").open('{');
        delta.accept(out);
        out.close('}').name("logprobs").raw("null").name("finish_reason").raw("null");
        out.close('}').close(']');
        if (includeUsage) {
            out.name("usage").raw("null");
        }
        told.add(out.close('}').bytes());
    }

    /** The last chunks: why the answer ended, in OpenAI's words, and what it came to. */
    void stop(String finishReason, Tokens tokens) {
        Writer last = chunk().open('[').open('{').member("index", 0);
        last.name("delta").open('{').close('}').name("logprobs").raw("null");
        last.member("finish_reason", finishReason).close('}').close(']');
        if (includeUsage) {
            told.add(last.name("usage").raw("null").close('}').bytes());
            last = chunk().open('[').close(']');
            tokens.openAi(last);
            told.add(last.close('}').bytes());
        } else {
            // The interaction's record wants it all the same. In the place of OpenAI's own usage a
            // client would take it for the chunk without choices, which it did not ask for.
            tokens.openAi(last.name("x_avow").open('{'));
            told.add(last.close('}').close('}').bytes());
        }
    }

    /** What was written since the last time. */
    List<byte[]> take() {
        List<byte[]> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    private Writer chunk() {
        return open("chat.completion.chunk");
    }

    /** A document of that kind, up to its choices. */
    Writer open(String object) {
        return new Writer()
                .open('{')
                .member("id", id)
                .member("object", object)
                .member("created", created)
                .member("model", model)
                .name("choices");
    }
}
