package dev.avow.mirror;

import static dev.avow.mirror.Json.bytes;
import static dev.avow.mirror.Json.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer in Anthropic's shape {@code message}, and as its stream of events.
 *
 * @param id begins with {@code msg_}
 * @param model as it was asked for
 * @param question what is answered
 */
record MessagesAnswer(String id, String model, Question question) implements Answer {

    private static final String END = "\"stop_reason\":\"end_turn\",\"stop_sequence\":null";

    @Override
    public byte[] whole() {
        return bytes(
                message(
                        "[{\"type\":\"text\",\"text\":" + quote(question.text()) + "}]",
                        END,
                        question.tokensOut()));
    }

    @Override
    public List<byte[]> events() {
        List<byte[]> events = new ArrayList<>();
        events.add(
                bytes(
                        "{\"type\":\"message_start\",\"message\":"
                                + message("[]", "\"stop_reason\":null,\"stop_sequence\":null", 1)
                                + "}"));
        events.add(
                bytes(
                        "{\"type\":\"content_block_start\",\"index\":0,"
                                + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}"));
        for (String piece : question.pieces()) {
            events.add(
                    bytes(
                            "{\"type\":\"content_block_delta\",\"index\":0,"
                                    + "\"delta\":{\"type\":\"text_delta\",\"text\":"
                                    + quote(piece)
                                    + "}}"));
        }
        events.add(bytes("{\"type\":\"content_block_stop\",\"index\":0}"));
        events.add(
                bytes(
                        "{\"type\":\"message_delta\",\"delta\":{"
                                + END
                                + "},\"usage\":{\"output_tokens\":"
                                + question.tokensOut()
                                + "}}"));
        events.add(bytes("{\"type\":\"message_stop\"}"));
        return events;
    }

    private String message(String content, String end, int tokensOut) {
        return "{\"id\":"
                + quote(id)
                + ",\"type\":\"message\",\"role\":\"assistant\",\"model\":"
                + quote(model)
                + ",\"content\":"
                + content
                + ","
                + end
                + ",\"usage\":{\"input_tokens\":"
                + question.tokensIn()
                + ",\"output_tokens\":"
                + tokensOut
                + "}}";
    }
}
