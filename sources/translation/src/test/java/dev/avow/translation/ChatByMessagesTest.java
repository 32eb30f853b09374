package dev.avow.translation;

import static dev.avow.translation.Translating.bytes;
import static dev.avow.translation.Translating.failing;
import static dev.avow.translation.Translating.json;
import static dev.avow.translation.Translating.refused;
import static dev.avow.translation.Translating.request;
import static dev.avow.translation.Translating.stream;
import static dev.avow.translation.Translating.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** OpenAI's shapes on a provider of Anthropic's. */
final class ChatByMessagesTest {

    private static final ChatByMessages CHAT =
            new ChatByMessages(1_000, InstantSource.fixed(Instant.ofEpochSecond(1_767_225_600)));

    private static final String ASKED =
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String WITH_USAGE =
            ASKED.replace("\"m\"", "\"m\",\"stream_options\":{\"include_usage\":true}");
    private static final String START =
            """
            {"type":"message_start","message":{"id":"msg_1","model":"claude","content":[],
             "usage":{"input_tokens":5,"cache_read_input_tokens":3,"output_tokens":1}}}\
            """;
    private static final String STOP = "{\"type\":\"message_stop\"}";

    private static JsonNode with(String members) {
        return request(CHAT, ASKED.replace("\"model\":\"m\"", "\"model\":\"m\"," + members));
    }

    @Test
    void request_plain_isWrittenAsAnthropicTakesIt() {
        assertThat(request(CHAT, ASKED))
                .isEqualTo(
                        json(
                                """
                                {"model":"m","max_tokens":1000,"messages":[
                                 {"role":"user","content":[{"type":"text","text":"hi"}]}]}\
                                """));
    }

    @Test
    void request_conversationWithTools_becomesTurns() {
        JsonNode request =
                request(
                        CHAT,
                        """
                        {"model":"m","messages":[
                          {"role":"system","content":"A"},
                          {"role":"user","content":[{"type":"text","text":"B"},{"type":"text","text":""}]},
                          {"role":"assistant","content":null,"tool_calls":[
                            {"id":"1","type":"function","function":{"name":"f","arguments":"{\\"n\\": 1.50}"}},
                            {"id":"2","type":"function","function":{"name":"g","arguments":" "}}]},
                          {"role":"tool","tool_call_id":"1","content":"C"},
                          {"role":"tool","tool_call_id":"2","content":[{"type":"text","text":"D"}]},
                          {"role":"user","content":"E"},
                          {"role":"developer","content":"F"}]}\
                        """);
        assertThat(request.get("system"))
                .isEqualTo(
                        json(
                                "[{\"type\":\"text\",\"text\":\"A\"},{\"type\":\"text\",\"text\":\"F\"}]"));
        assertThat(request.get("messages"))
                .isEqualTo(
                        json(
                                """
                                [{"role":"user","content":[{"type":"text","text":"B"}]},
                                 {"role":"assistant","content":[
                                   {"type":"tool_use","id":"1","name":"f","input":{"n":1.50}},
                                   {"type":"tool_use","id":"2","name":"g","input":{}}]},
                                 {"role":"user","content":[
                                   {"type":"tool_result","tool_use_id":"1",
                                    "content":[{"type":"text","text":"C"}]},
                                   {"type":"tool_result","tool_use_id":"2",
                                    "content":[{"type":"text","text":"D"}]},
                                   {"type":"text","text":"E"}]}]\
                                """));
    }

    /** Some callers send an object where OpenAI's API has a string; it was once left out. */
    @Test
    void request_argumentsThatAreAnObject_comeAlong() {
        JsonNode request =
                request(
                        CHAT,
                        """
                        {"model":"m","messages":[
                          {"role":"user","content":"B"},
                          {"role":"assistant","content":null,"tool_calls":[
                            {"id":"1","type":"function","function":{"name":"f","arguments":{"n": 2}}}]},
                          {"role":"tool","tool_call_id":"1","content":"C"}]}\
                        """);

        assertThat(request.at("/messages/1/content/0/input")).isEqualTo(json("{\"n\":2}"));
    }

    @Test
    void request_numberForms_stayAsTheyCame() {
        byte[] body =
                Translating.asked(
                                CHAT,
                                ASKED.replace(
                                        "\"model\":\"m\"",
                                        "\"model\":\"m\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":"
                                            + " \"object\", \"maximum\": 1.0E+2}}}]"))
                        .body();
        assertThat(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                .contains("{\"type\": \"object\", \"maximum\": 1.0E+2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"max_tokens\":7 | max_tokens | 7",
                "\"max_completion_tokens\":8,\"max_tokens\":7 | max_tokens | 8",
                "\"stop\":\"x\" | stop_sequences | [\"x\"]",
                "\"stop\":[\"x\",\"y\"] | stop_sequences | [\"x\",\"y\"]",
                "\"temperature\":0.5 | temperature | 0.5",
                "\"temperature\":1.7 | temperature | 1",
                "\"top_p\":0.5 | top_p | 0.5",
                "\"user\":\"u\" | metadata | {\"user_id\":\"u\"}",
                "\"safety_identifier\":\"u\" | metadata | {\"user_id\":\"u\"}",
                "\"reasoning_effort\":\"minimal\" | output_config | {\"effort\":\"low\"}",
                "\"stream\":true | stream | true",
            })
    void request_parameter_isCarried(String given, String name, String expected) {
        assertThat(with(given).get(name)).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"temperature\":1",
                "\"temperature\":1.0",
                "\"top_p\":1",
                "\"seed\":4",
                "\"n\":1",
                "\"logprobs\":false",
                "\"presence_penalty\":0",
                "\"stop\":null",
                "\"stop\":[]",
                "\"reasoning_effort\":\"none\"",
                "\"response_format\":{\"type\":\"text\"}",
                "\"tools\":[],\"tool_choice\":\"auto\"",
                "\"store\":true,\"metadata\":{\"a\":\"b\"},\"service_tier\":\"auto\"",
            })
    void request_whatAsksForNothing_isLeftOut(String given) {
        assertThat(with(given)).isEqualTo(request(CHAT, ASKED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"n\":2 | n",
                "\"logit_bias\":{\"5\":1} | logit_bias",
                "\"functions\":[{}] | functions",
                "\"frequency_penalty\":0.1 | frequency_penalty",
                "\"modalities\":[\"text\",\"audio\"] | modalities",
                "\"web_search_options\":{} | web_search_options",
                "\"never_heard_of\":1 | never_heard_of",
                "\"tools\":[{\"type\":\"custom\",\"custom\":{}}] | tools[0].type",
                "\"response_format\":{\"type\":\"json_object\"} | response_format",
            })
    void request_whatCannotBeCarried_isRefusedByName(String given, String field) {
        Fault fault = refused(CHAT, ASKED.replace("\"model\":\"m\"", "\"model\":\"m\"," + given));
        assertThat(fault.code()).isEqualTo(FaultCode.INVALID_VALUE);
        assertThat(fault.field()).contains(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\"}]}",
                "{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":{\"file_id\":\"x\"}}]}",
                "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"ftp://x\"}}]}",
                "{\"role\":\"function\",\"name\":\"f\",\"content\":\"x\"}",
                "{\"role\":\"system\",\"content\":\"alone\"}",
                "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\","
                        + "\"function\":{\"name\":\"f\",\"arguments\":\"[1]\"}}]}",
                "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"1\",\"type\":\"function\","
                        + "\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]}",
            })
    void request_messageThatCannotBeCarried_isRefused(String message) {
        Fault fault = refused(CHAT, "{\"model\":\"m\",\"messages\":[" + message + "]}");
        assertThat(fault.code()).isEqualTo(FaultCode.INVALID_VALUE);
        assertThat(fault.field().orElseThrow()).startsWith("messages");
    }

    @Test
    void whole_textAndCalls_isACompletion() {
        JsonNode completion =
                whole(
                        CHAT,
                        ASKED,
                        """
                        {"id":"msg_1","type":"message","role":"assistant","model":"claude","content":[
                          {"type":"thinking","thinking":"…","signature":"s"},
                          {"type":"text","text":"A"},{"type":"text","text":"B"},
                          {"type":"tool_use","id":"1","name":"f","input":{"n": [1]}},
                          {"type":"never_heard_of","x":1}],
                         "stop_reason":"tool_use","stop_sequence":null,"more":{},
                         "usage":{"input_tokens":5,"cache_read_input_tokens":3,"output_tokens":7}}\
                        """);
        assertThat(completion)
                .isEqualTo(
                        json(
                                """
                                {"id":"msg_1","object":"chat.completion","created":1767225600,
                                 "model":"claude","choices":[{"index":0,"message":
                                  {"role":"assistant","content":"AB","refusal":null,"tool_calls":[
                                   {"id":"1","type":"function","function":
                                    {"name":"f","arguments":"{\\"n\\": [1]}"}}]},
                                  "logprobs":null,"finish_reason":"tool_calls"}],
                                 "usage":{"prompt_tokens":8,"completion_tokens":7,"total_tokens":15,
                                  "prompt_tokens_details":{"cached_tokens":3}}}\
                                """));
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn,stop",
        "stop_sequence,stop",
        "pause_turn,stop",
        "max_tokens,length",
        "model_context_window_exceeded,length",
        "tool_use,tool_calls",
        "refusal,content_filter",
        "never_heard_of,stop"
    })
    void whole_stopReason_isAFinishReason(String stop, String finish) {
        JsonNode completion =
                whole(CHAT, ASKED, "{\"content\":[],\"stop_reason\":\"" + stop + "\"}");
        JsonNode choice = completion.get("choices").get(0);
        assertThat(choice.get("finish_reason").stringValue()).isEqualTo(finish);
        assertThat(choice.get("message").get("content").isNull()).isTrue();
    }

    @Test
    void stream_textAndCalls_comesEventByEvent() {
        List<JsonNode> chunks =
                stream(
                        CHAT,
                        WITH_USAGE,
                        START,
                        "{\"type\":\"ping\"}",
                        "{\"type\":\"never_heard_of\"}",
                        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
                        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"[EMA\"}}",
                        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"IL_1]\"}}",
                        "{\"type\":\"content_block_stop\",\"index\":0}",
                        "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"1\",\"name\":\"f\",\"input\":{}}}",
                        "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"a\\\"\"}}",
                        "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\":1}\"}}",
                        "{\"type\":\"content_block_stop\",\"index\":1}",
                        "{\"type\":\"content_block_start\",\"index\":2,\"content_block\":{\"type\":\"tool_use\",\"id\":\"2\",\"name\":\"g\",\"input\":{}}}",
                        "{\"type\":\"content_block_delta\",\"index\":2,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"\"}}",
                        "{\"type\":\"content_block_stop\",\"index\":2}",
                        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"},\"usage\":{\"output_tokens\":9}}",
                        STOP);
        List<String> deltas =
                chunks.stream()
                        .filter(each -> !each.get("choices").isEmpty())
                        .map(each -> each.get("choices").get(0).get("delta").toString())
                        .toList();
        assertThat(deltas)
                .containsExactly(
                        "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}",
                        "{\"content\":\"[EMA\"}",
                        "{\"content\":\"IL_1]\"}",
                        "{\"tool_calls\":[{\"index\":0,\"id\":\"1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}",
                        "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"a\\\"\"}}]}",
                        "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\":1}\"}}]}",
                        "{\"tool_calls\":[{\"index\":1,\"id\":\"2\",\"type\":\"function\",\"function\":{\"name\":\"g\",\"arguments\":\"\"}}]}",
                        "{\"tool_calls\":[{\"index\":1,\"function\":{\"arguments\":\"{}\"}}]}",
                        "{}");
        JsonNode usage = chunks.getLast();
        assertThat(usage.get("usage").get("prompt_tokens").asInt()).isEqualTo(8);
        assertThat(usage.get("usage").get("completion_tokens").asInt()).isEqualTo(9);
        JsonNode last = chunks.get(chunks.size() - 2);
        assertThat(last.get("choices").get(0).get("finish_reason").stringValue())
                .isEqualTo("tool_calls");
        assertThat(last.get("usage").isNull()).isTrue();
    }

    @Test
    void stream_usageNotAskedFor_goesBesideTheLastChunkForTheRecord() {
        List<JsonNode> chunks = stream(CHAT, ASKED, START, STOP);
        assertThat(chunks).hasSize(2);
        assertThat(chunks.getLast().has("usage")).isFalse();
        assertThat(chunks.getLast().at("/x_avow/usage/total_tokens").asInt()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "[]",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"x\"}}",
                "{\"type\":\"message_stop\"}",
            })
    void stream_garbage_isACleanFault(String event) {
        assertThat(failing(() -> stream(CHAT, ASKED, event)).code())
                .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
    }

    @Test
    void stream_endsWithoutItsLastEvent_isACleanFault() {
        assertThat(failing(() -> stream(CHAT, ASKED, START)).code())
                .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
    }

    @Test
    void stream_errorEvent_breaksOffWithItsTypeAndNoWordOfItsMessage() {
        String error =
                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"secret\"}}";
        Fault fault = failing(() -> stream(CHAT, ASKED, START, error));
        assertThat(fault.code()).isEqualTo(FaultCode.PROVIDER_BROKE_OFF);
        assertThat(fault.message()).contains("overloaded_error").doesNotContain("secret");
        Fault unknown =
                failing(() -> stream(CHAT, ASKED, error.replace("overloaded_error", "x secret")));
        assertThat(unknown.message()).doesNotContain("secret");
    }

    @Test
    void refusal_ofAnthropic_hasOpenAisShape() {
        byte[] refusal =
                Translating.asked(CHAT, ASKED)
                        .answers()
                        .refusal(
                                400,
                                bytes(
                                        "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"no\"}}"));
        assertThat(json(new String(refusal, java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(
                        json(
                                "{\"error\":{\"message\":\"no\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}"));
        assertThat(
                        failing(() ->
                                        Translating.asked(CHAT, ASKED)
                                                .answers()
                                                .refusal(400, bytes("<html>")))
                                .code())
                .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
    }
}
