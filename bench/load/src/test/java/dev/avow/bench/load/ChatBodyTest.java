package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChatBodyTest {
    @Test
    void of_json_isTwoKilobytesOfChatWithBothValues() {
        String body = ChatBody.of("up/gpt-bench", 12, AnswerKind.JSON);

        JsonNode json = JsonMapper.shared().readTree(body);
        assertThat(json.get("messages").size()).isEqualTo(4);
        assertThat(json.has("stream")).isFalse();
        assertThat(body.length()).isBetween(1950, 2250);
        assertThat(body)
                .contains("mira.adler.12@bench.example.org")
                .contains(" +33639980012 ")
                .contains(ChatBody.EMAIL_CANARY)
                .contains(ChatBody.PHONE_CANARY);
    }

    @Test
    void of_stream_asksForAStream() {
        JsonNode json = JsonMapper.shared().readTree(ChatBody.of("m", 1, AnswerKind.STREAM));

        assertThat(json.get("stream").asBoolean()).isTrue();
    }
}
