package dev.avow.translation;

import static dev.avow.translation.Translating.bytes;
import static dev.avow.translation.Translating.failing;
import static dev.avow.translation.Translating.json;
import static dev.avow.translation.Translating.refused;
import static dev.avow.translation.Translating.request;
import static dev.avow.translation.Translating.stream;
import static dev.avow.translation.Translating.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.wire.Translated;
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Anthropic's shapes on a provider of OpenAI's. */
final class MessagesByChatTest {

    private static final MessagesByChat MESSAGES = new MessagesByChat(ChatDialect.OPENAI);

    private static final String ASKED =
            "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

    private static String with(String members) {
        return ASKED.replace("\"model\":\"m\"", "\"model\":\"m\"," + members);
    }

    private static String chunk(String delta, String finish) {
        return "{\"id\":\"c1\",\"model\":\"gpt\",\"choices\":[{\"index\":0,\"delta\":"
                + delta
                + ",\"finish_reason\":"
                + finish
                + "}]}";
    }

    @Test
    void request_plain_isWrittenAsOpenAiTakesIt() {
        assertThat(request(MESSAGES, with("\"system\":\"S\",\"stream\":true")))
                .isEqualTo(
                        json(
                                """
                                {"model":"m","messages":[{"role":"system","content":"S"},
                                 {"role":"user","content":"hi"}],"max_completion_tokens":9,
                                 "stream":true,"stream_options":{"include_usage":true}}\
                                """));
    }

    @Test
    void request_toStricterServers_holdsNothingTheyWouldRefuse() {
        assertThat(
                        request(
                                new MessagesByChat(ChatDialect.STRICT),
                                with("\"stream\":true,\"metadata\":{\"user_id\":\"u\"}")))
                .isEqualTo(
                        json(
                                """
                                {"model":"m","messages":[{"role":"user","content":"hi"}],
                                 "max_tokens":9,"stream":true}\
                                """));
    }

    @Test
    void request_turnsWithTools_becomeMessages() {
        JsonNode request =
                request(
                        MESSAGES,
                        """
                        {"model":"m","max_tokens":9,"messages":[
                          {"role":"assistant","content":[
                            {"type":"thinking","thinking":"x","signature":"y"},
                            {"type":"text","text":"A"},
                            {"type":"tool_use","id":"1","name":"f","input":{"n": 1.50}}]},
                          {"role":"user","content":[
                            {"type":"text","text":"B"},
                            {"type":"tool_result","tool_use_id":"1","is_error":true,"content":[
                              {"type":"text","text":"C"},{"type":"text","text":"D"}]}]}]}\
                        """);
        assertThat(request.get("messages"))
                .isEqualTo(
                        json(
                                """
                                [{"role":"assistant","content":"A","tool_calls":[{"id":"1",
                                  "type":"function","function":{"name":"f","arguments":"{\\"n\\": 1.50}"}}]},
                                 {"role":"tool","tool_call_id":"1","content":"C\\nD"},
                                 {"role":"user","content":"B"}]\
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"stop_sequences\":[\"x\"] | stop | [\"x\"]",
                "\"temperature\":0.5 | temperature | 0.5",
                "\"metadata\":{\"user_id\":\"u\"} | user | \"u\"",
                "\"output_config\":{\"effort\":\"max\"} | reasoning_effort | \"xhigh\"",
                "\"tools\":[{\"name\":\"f\",\"input_schema\":{}}],\"tool_choice\":{\"type\":\"any\"}"
                    + " | tool_choice | \"required\"",
                "\"tools\":[{\"name\":\"f\",\"input_schema\":{}}],\"tool_choice\":"
                        + "{\"type\":\"auto\",\"disable_parallel_tool_use\":true}"
                        + " | parallel_tool_calls | false",
            })
    void request_parameter_isCarried(String given, String name, String expected) {
        assertThat(request(MESSAGES, with(given)).get(name)).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"top_k\":5 | top_k",
                "\"inference_geo\":\"us\" | inference_geo",
                "\"mcp_servers\":[{}] | mcp_servers",
                "\"never_heard_of\":1 | never_heard_of",
                "\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"w\"}] | tools[0].type",
            })
    void request_whatCannotBeCarried_isRefusedByName(String given, String field) {
        assertThat(refused(MESSAGES, with(given)).field()).contains(field);
    }

    @Test
    void whole_textAndCalls_isAMessage() {
        assertThat(
                        whole(
                                MESSAGES,
                                ASKED,
                                """
                                {"id":"c1","object":"chat.completion","model":"gpt","more":1,"choices":[
                                  {"index":0,"message":{"role":"assistant","content":"A","tool_calls":[
                                    {"id":"1","type":"function","function":
                                      {"name":"f","arguments":"{\\"n\\": 1}"}}]},
                                   "finish_reason":"stop"}],
                                 "usage":{"prompt_tokens":8,"completion_tokens":7,
                                  "prompt_tokens_details":{"cached_tokens":3}}}\
                                """))
                .isEqualTo(
                        json(
                                """
                                {"id":"c1","type":"message","role":"assistant","model":"gpt","content":[
                                  {"type":"text","text":"A"},
                                  {"type":"tool_use","id":"1","name":"f","input":{"n":1}}],
                                 "stop_reason":"tool_use","stop_sequence":null,
                                 "usage":{"input_tokens":5,"cache_creation_input_tokens":0,
                                  "cache_read_input_tokens":3,"output_tokens":7}}\
                                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "{}",
                "{\"choices\":[]}",
                "{\"choices\":[{\"message\":{\"tool_calls\":[{\"function\":{\"arguments\":\"{\"}}]}}]}",
            })
    void whole_garbage_isACleanFault(String answer) {
        assertThat(failing(() -> whole(MESSAGES, ASKED, answer)).code())
                .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
    }

    @Test
    void stream_textAndCalls_opensOneBlockAfterTheOther() {
        List<JsonNode> events =
                stream(
                        MESSAGES,
                        ASKED,
                        chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null"),
                        chunk("{\"content\":\"A\"}", "null"),
                        chunk(
                                "{\"tool_calls\":[{\"index\":0,\"id\":\"1\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}",
                                "null"),
                        chunk(
                                "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{}\"}}]}",
                                "null"),
                        // Another call under the same number, as some servers send it.
                        chunk(
                                "{\"tool_calls\":[{\"index\":0,\"id\":\"2\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}}]}",
                                "null"),
                        chunk("{}", "\"tool_calls\""),
                        "{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":6}}");
        assertThat(events.stream().map(MessagesByChatTest::told))
                .containsExactly(
                        "message_start",
                        "content_block_start 0 text",
                        "content_block_delta 0 A",
                        "content_block_stop 0",
                        "content_block_start 1 tool_use",
                        "content_block_delta 1 {}",
                        "content_block_stop 1",
                        "content_block_start 2 tool_use",
                        "content_block_delta 2 {}",
                        "content_block_stop 2",
                        "message_delta",
                        "message_stop");
        JsonNode end = events.get(events.size() - 2);
        assertThat(end.get("delta").get("stop_reason").stringValue()).isEqualTo("tool_use");
        assertThat(end.get("usage").get("input_tokens").asInt()).isEqualTo(5);
        assertThat(end.get("usage").get("output_tokens").asInt()).isEqualTo(6);
    }

    private static String told(JsonNode event) {
        String index = event.has("index") ? " " + event.get("index").asInt() : "";
        JsonNode delta = event.path("delta");
        String more =
                event.path("content_block").path("type").asString("")
                        + delta.path("text").asString("")
                        + delta.path("partial_json").asString("");
        return event.get("type").stringValue() + index + (more.isEmpty() ? "" : " " + more);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "{}",
                "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":3,\"function\":{\"arguments\":\"x\"}}]}}]}",
            })
    void stream_garbage_isACleanFault(String event) {
        assertThat(failing(() -> stream(MESSAGES, ASKED, event)).code())
                .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
    }

    @Test
    void stream_errorInMidStream_breaksOff() {
        assertThat(
                        failing(() ->
                                        stream(
                                                MESSAGES,
                                                ASKED,
                                                chunk("{\"content\":\"A\"}", "null"),
                                                "{\"error\":{\"type\":\"server_error\",\"message\":\"secret\"}}"))
                                .message())
                .contains("server_error")
                .doesNotContain("secret");
    }

    @Test
    void refusal_inAnArray_hasAnthropicsShape() {
        byte[] refusal =
                Translating.asked(MESSAGES, ASKED)
                        .answers()
                        .refusal(429, bytes("[{\"error\":{\"message\":\"slow\",\"code\":429}}]"));
        assertThat(json(new String(refusal, StandardCharsets.UTF_8)))
                .isEqualTo(
                        json(
                                "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow\"},\"request_id\":null}"));
    }

    @Test
    void count_anyPrompt_isEstimatedWithoutAskingAnybody() {
        Translated counted =
                new CountByLength()
                        .of(
                                bytes(
                                        "{\"model\":\"m\",\"messages\":[{\"content\":\"1234567\"}],"
                                            + "\"system\":[{\"type\":\"text\",\"text\":\"1234\"}]}"));
        assertThat(counted).isInstanceOf(Translated.Here.class);
        assertThat(json(new String(((Translated.Here) counted).json(), StandardCharsets.UTF_8)))
                .isEqualTo(json("{\"input_tokens\":3}"));
    }
}
