package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswersTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void pseudonyms_repeatedAndForeignBrackets_eachOnceInOrder() {
        String body = "to [PHONE_2] and [EMAIL_1], again [PHONE_2], not [email_1] nor [1]";

        assertThat(Answers.pseudonyms(body)).containsExactly("[PHONE_2]", "[EMAIL_1]");
    }

    @Test
    void json_withPseudonyms_isOneKilobyteThatHoldsThem() {
        String answer = Answers.json(List.of("[EMAIL_1]"));

        JsonNode text = JSON.readTree(answer).at("/choices/0/message/content");
        assertThat(text.asString()).startsWith("Noted [EMAIL_1] ").endsWith(Answers.END);
        assertThat(answer.length()).isBetween(1000, 1060);
        assertThat(AnswerCheck.fault(AnswerKind.JSON, 200, answer)).isNull();
    }

    @Test
    void events_withPseudonym_cutItInTwoAndEndWithDone() {
        List<String> events = Answers.events(List.of("[EMAIL_1]"), 50, false);

        assertThat(events).hasSize(52).last().isEqualTo("data: [DONE]\n\n");
        assertThat(events.getFirst()).doesNotContain("[EMAIL_1]");
        assertThat(AnswerCheck.text(String.join("", events)))
                .startsWith("[EMAIL_1] ")
                .endsWith(Answers.END);
        for (String event : events.subList(0, 51)) {
            assertThat(JSON.readTree(event.substring("data: ".length())).has("choices")).isTrue();
        }
    }

    @Test
    void events_withUsage_tellItBeforeDone() {
        List<String> events = Answers.events(List.of(), 3, true);

        assertThat(events).hasSize(6);
        assertThat(events.get(4)).contains("\"usage\":");
    }
}
