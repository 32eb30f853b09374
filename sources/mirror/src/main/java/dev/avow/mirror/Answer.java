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
record Answer(String id, long created, String model, Question question) {

    /**
     * Sizes of a stream's pieces in turn: none fits a word, so that pseudonyms are cut anywhere.
     */
    private static final int[] PIECES = {1, 7, 3, 11, 5, 2, 13};

    byte[] whole() {
        return json(
                head("chat.completion")
                        + ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                        + quote(question.text())
                        + ",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":"
                        + usage()
                        + "}");
    }

    List<byte[]> chunks() {
        List<byte[]> chunks = new ArrayList<>();
        chunks.add(chunk("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null"));
        for (String piece : pieces(question.text())) {
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

    /** Never cuts between the two halves of a surrogate pair: half of one is no UTF-8. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; start < text.length(); i++) {
            int end = Math.min(text.length(), start + PIECES[i % PIECES.length]);
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end++;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
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
        int in = tokens(question.chars());
        int out = tokens(question.text().length());
        return "{\"prompt_tokens\":"
                + in
                + ",\"completion_tokens\":"
                + out
                + ",\"total_tokens\":"
                + (in + out)
                + "}";
    }

    /** Four characters to a token, the usual rule of thumb for English. */
    private static int tokens(int chars) {
        return (chars + 3) / 4;
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
