package dev.avow.translation;

import static dev.avow.translation.Translating.bytes;
import static dev.avow.translation.Translating.failing;
import static dev.avow.translation.Translating.json;
import static dev.avow.translation.Translating.refused;
import static dev.avow.translation.Translating.request;
import static dev.avow.translation.Translating.stream;
import static dev.avow.translation.Translating.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.words.FaultCode;
import dev.avow.words.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The Responses API on providers that have chat completions or messages only. */
final class ResponsesByChatTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.ofEpochSecond(1_767_225_600));
    private static final ResponsesByChat RESPONSES = new ResponsesByChat(ChatDialect.STRICT, CLOCK);

    private static final String ASKED = "{\"model\":\"m\",\"input\":\"hi\"}";

    @Test
    void request_items_becomeMessages() {
        assertThat(
                        request(
                                RESPONSES,
                                """
                                {"model":"m","instructions":"S","max_output_tokens":9,"input":[
                                  {"role":"user","content":[{"type":"input_text","text":"A"}]},
                                  {"type":"reasoning","encrypted_content":"x"},
                                  {"type":"message","role":"assistant",
                                   "content":[{"type":"output_text","text":"B"}]},
                                  {"type":"function_call","call_id":"1","name":"f","arguments":"{}"},
                                  {"type":"function_call","call_id":"2","name":"g","arguments":"{}"},
                                  {"type":"function_call_output","call_id":"1","output":"C"},
                                  {"type":"function_call_output","call_id":"2","output":"D"}],
                                 "text":{"format":{"type":"json_schema","name":"n","schema":{}}},
                                 "tools":[{"type":"function","name":"f","parameters":{}}]}\
                                """))
                .isEqualTo(
                        json(
                                """
                                {"model":"m","messages":[{"role":"system","content":"S"},
                                  {"role":"user","content":[{"type":"text","text":"A"}]},
                                  {"role":"assistant","content":[{"type":"text","text":"B"}],
                                   "tool_calls":[
                                    {"id":"1","type":"function","function":{"name":"f","arguments":"{}"}},
                                    {"id":"2","type":"function","function":{"name":"g","arguments":"{}"}}]},
                                  {"role":"tool","tool_call_id":"1","content":"C"},
                                  {"role":"tool","tool_call_id":"2","content":"D"}],
                                 "max_tokens":9,
                                 "tools":[{"type":"function","function":{"name":"f","parameters":{}}}],
                                 "response_format":{"type":"json_schema",
                                  "json_schema":{"name":"n","schema":{}}}}\
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tools\":[{\"type\":\"web_search\"}] | tools[0].type",
                "\"truncation\":\"auto\" | truncation",
                "\"never_heard_of\":1 | never_heard_of",
            })
    void request_whatCannotBeCarried_isRefusedByName(String given, String field) {
        String body = ASKED.replace("\"model\":\"m\"", "\"model\":\"m\"," + given);
        assertThat(refused(RESPONSES, body).field()).contains(field);
    }

    @ParameterizedTest
    @CsvSource({
        "stop,completed,null",
        "length,incomplete,max_output_tokens",
        "content_filter,incomplete,content_filter"
    })
    void whole_finishReason_isAStatus(String finish, String status, String why) {
        JsonNode response =
                whole(
                        RESPONSES,
                        ASKED,
                        "{\"id\":\"c1\",\"choices\":[{\"message\":{\"content\":\"A\"},"
                                + "\"finish_reason\":\""
                                + finish
                                + "\"}]}");
        assertThat(response.get("status").stringValue()).isEqualTo(status);
        assertThat(response.at("/incomplete_details/reason").asString("null")).isEqualTo(why);
        assertThat(response.at("/output/0/content/0/text").stringValue()).isEqualTo("A");
    }

    @Test
    void stream_textAndCall_saysEachTextAgainAtItsEnd() {
        List<JsonNode> events =
                stream(
                        RESPONSES,
                        ASKED,
                        "{\"id\":\"c1\",\"choices\":[{\"delta\":{\"content\":\"A\"}}]}",
                        "{\"choices\":[{\"delta\":{\"content\":\"B\"}}]}",
                        "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"1\","
                                + "\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},"
                                + "\"finish_reason\":\"tool_calls\"}]}",
                        "{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":6}}");
        assertThat(events)
                .extracting(each -> each.get("type").stringValue())
                .containsExactly(
                        "response.created",
                        "response.in_progress",
                        "response.output_item.added",
                        "response.content_part.added",
                        "response.output_text.delta",
                        "response.output_text.delta",
                        "response.output_text.done",
                        "response.content_part.done",
                        "response.output_item.done",
                        "response.output_item.added",
                        "response.function_call_arguments.delta",
                        "response.function_call_arguments.done",
                        "response.output_item.done",
                        "response.completed");
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).get("sequence_number").asInt()).isEqualTo(i);
        }
        assertThat(events.get(6).get("text").stringValue()).isEqualTo("AB");
        JsonNode response = events.getLast().get("response");
        assertThat(response.get("output")).hasSize(2);
        assertThat(response.at("/usage/total_tokens").asInt()).isEqualTo(11);
    }

    @Test
    void stream_longerThanCanBeKept_isACleanFault() {
        String mebibyte = "x".repeat(1 << 20);
        String chunk = "{\"choices\":[{\"delta\":{\"content\":\"" + mebibyte + "\"}}]}";
        String[] chunks = new String[9];
        java.util.Arrays.fill(chunks, chunk);
        assertThat(failing(() -> stream(RESPONSES, ASKED, chunks)).code())
                .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
    }

    @Test
    void chained_toMessages_goesThroughBoth() {
        Chained chained =
                new Chained(
                        new ResponsesByChat(ChatDialect.OPENAI, CLOCK),
                        new ChatByMessages(99, CLOCK));
        Translated.Elsewhere asked = Translating.asked(chained, ASKED);
        assertThat(asked.target()).isEqualTo(Target.of(Route.MESSAGES));
        assertThat(request(chained, ASKED).get("max_tokens").asInt()).isEqualTo(99);
        List<JsonNode> events =
                stream(
                        chained,
                        ASKED.replace("}", ",\"stream\":true}"),
                        "{\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"model\":\"c\"}}",
                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\"}}",
                        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"A\"}}",
                        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"max_tokens\"},\"usage\":{\"output_tokens\":4}}",
                        "{\"type\":\"message_stop\"}");
        JsonNode last = events.getLast();
        assertThat(last.get("type").stringValue()).isEqualTo("response.incomplete");
        assertThat(last.at("/response/output/0/content/0/text").stringValue()).isEqualTo("A");
        assertThat(last.at("/response/usage/output_tokens").asInt()).isEqualTo(4);
        byte[] refusal = asked.answers().refusal(400, bytes("{\"error\":{\"message\":\"no\"}}"));
        assertThat(new String(refusal, java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"message\":\"no\"");
    }
}
