package dev.avow.mirror;

import dev.avow.json.JsonSplice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer in OpenAI's shapes {@code chat.completion} and {@code chat.completion.chunk}.
 *
 * @param id begins with {@code chatcmpl-}
 * @param created in seconds since 1970
 * @param model as it was asked for
 * @param question what is answered
 */
record ChatAnswer(String id, long created, String model, Question question) implements Answer {

    @Override
    public byte[] whole() {
        return json(
                head("chat.completion")
                        + ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                        + quote(question.text())
                        + ",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":"
                        + usage()
                        + "}");
    }

    @Override
    public List<byte[]> events() {
        List<byte[]> chunks = new ArrayList<>();
        chunks.add(chunk("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null"));
        for (String piece : question.pieces()) {
            chunks.add(chunk("{\"content\":" + quote(piece) + "}", "null"));
        }
        chunks.add(chunk("{}", "\"stop\""));
        if (question.includeUsage()) {
            chunks.add(
                    json(
                            head("chat.completion.chunk")
                                    + ",\"choices\":[],\"usage\":"
                                    + usage()
                                    + "}"));
        }
        return chunks;
    }

    private byte[] chunk(String delta, String finish) {
        return json(
                head("chat.completion.chunk")
                        + ",\"choices\":[{\"index\":0,\"delta\":"
                        + delta
                        + ",\"logprobs\":null,\"finish_reason\":"
                        + finish
                        + "}]"
                        + (question.includeUsage() ? ",\"usage\":null}" : "}"));
    }

    private String head(String object) {
        return "{\"id\":\""
                + id
                + "\",\"object\":\""
                + object
                + "\",\"created\":"
                + created
                + ",\"model\":"
                + quote(model);
    }

    private String usage() {
        int in = question.tokensIn();
        int out = question.tokensOut();
        return "{\"prompt_tokens\":"
                + in
                + ",\"completion_tokens\":"
                + out
                + ",\"total_tokens\":"
                + (in + out)
                + "}";
    }

    private static String quote(String text) {
        return new String(JsonSplice.quote(text), StandardCharsets.UTF_8);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Prints the length, never the text. */
    @Override
    public String toString() {
        return "Answer to " + question;
    }
}
