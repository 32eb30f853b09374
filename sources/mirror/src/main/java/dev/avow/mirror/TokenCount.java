package dev.avow.mirror;

import java.util.List;

/** The answer of {@code /v1/messages/count_tokens}, by the rule of thumb. */
record TokenCount(Question question) implements Answer {

    @Override
    public byte[] whole() {
        return Json.bytes("{\"input_tokens\":" + question.tokensIn() + "}");
    }

    @Override
    public List<byte[]> events() {
        return List.of(whole());
    }
}
