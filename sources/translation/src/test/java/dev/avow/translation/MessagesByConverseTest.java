package dev.avow.translation;

import static dev.avow.translation.Translating.asked;
import static dev.avow.translation.Translating.bytes;
import static dev.avow.translation.Translating.failing;
import static dev.avow.translation.Translating.json;
import static dev.avow.translation.Translating.refused;
import static dev.avow.translation.Translating.request;
import static dev.avow.translation.Translating.stream;
import static dev.avow.translation.Translating.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.wire.AnswerTranslator;
import dev.avow.wire.Framing;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Anthropic's shapes on Bedrock. */
final class MessagesByConverseTest {

    private static final MessagesByConverse MESSAGES = new MessagesByConverse(Framing.BY_TYPE);

    private static final String ASKED =
            "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String START = "{\"messageStart\":{\"role\":\"assistant\"}}";
    private static final String STOP = "{\"messageStop\":{\"stopReason\":\"end_turn\"}}";
    private static final String METADATA =
            "{\"metadata\":{\"usage\":{\"inputTokens\":5,\"cacheReadInputTokens\":3,\"outputTokens\":2}}}";

    private static JsonNode with(String members) {
        return request(MESSAGES, ASKED.replace("\"model\":\"m\"", "\"model\":\"m\"," + members));
    }

    @ParameterizedTest
    @CsvSource({
        "m, false, /model/m/converse",
        "m, true, /model/m/converse-stream",
        "eu.anthropic.claude:0, false, /model/eu.anthropic.claude%3A0/converse",
        "arn:aws:bedrock:eu-west-1:1:inference-profile/é, false,"
            + " /model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A1%3Ainference-profile%2F%C3%A9/converse",
        ".., false, /model/%2E%2E/converse",
    })
    void request_model_standsInThePath(String model, boolean streamed, String path) {
        String asked =
                ASKED.replace("\"m\"", "\"" + model + "\"")
                        .replace("\"max_tokens\"", "\"stream\":" + streamed + ",\"max_tokens\"");
        assertThat(asked(MESSAGES, asked).target().path()).isEqualTo(path);
    }

    @Test
    void request_conversationWithTools_alternates() {
        JsonNode request =
                request(
                        MESSAGES,
                        """
                        {"model":"m","max_tokens":9,"system":[{"type":"text","text":"A"}],"messages":[
                          {"role":"user","content":"B"},
                          {"role":"user","content":[{"type":"text","text":" "},{"type":"text","text":"C"},
                            {"type":"image","source":{"type":"base64","media_type":"image/jpg","data":"aW1n"}},
                            {"type":"document","title":"t","source":{"type":"base64","media_type":"application/pdf","data":"cGRm"}},
                            {"type":"document","source":{"type":"text","media_type":"text/plain","data":"D"}}]},
                          {"role":"assistant","content":[
                            {"type":"thinking","thinking":"E","signature":"c2ln"},
                            {"type":"redacted_thinking","data":"cmVk"},
                            {"type":"tool_use","id":"1","name":"f","input":{"n": 1.50}}]},
                          {"role":"user","content":[
                            {"type":"tool_result","tool_use_id":"1","is_error":true,"content":"F"}]}],
                         "tools":[{"name":"f","description":"","input_schema":{"type":"object"},"strict":true}],
                         "tool_choice":{"type":"tool","name":"f"}}\
                        """);
        assertThat(request)
                .isEqualTo(
                        json(
                                """
                                {"messages":[
                                  {"role":"user","content":[{"text":"B"},{"text":"C"},
                                    {"image":{"format":"jpeg","source":{"bytes":"aW1n"}}},
                                    {"document":{"format":"pdf","name":"document 1","source":{"bytes":"cGRm"}}},
                                    {"document":{"format":"txt","name":"document 2","source":{"text":"D"}}}]},
                                  {"role":"assistant","content":[
                                    {"reasoningContent":{"reasoningText":{"text":"E","signature":"c2ln"}}},
                                    {"reasoningContent":{"redactedContent":"cmVk"}},
                                    {"toolUse":{"toolUseId":"1","name":"f","input":{"n":1.50}}}]},
                                  {"role":"user","content":[
                                    {"toolResult":{"toolUseId":"1","content":[{"text":"F"}],"status":"error"}}]}],
                                 "system":[{"text":"A"}],
                                 "inferenceConfig":{"maxTokens":9},
                                 "toolConfig":{"tools":[{"toolSpec":{"name":"f",
                                   "inputSchema":{"json":{"type":"object"}},"strict":true}}],
                                   "toolChoice":{"tool":{"name":"f"}}}}\
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"temperature\":0.5 | /inferenceConfig/temperature | 0.5",
                "\"top_p\":0.5 | /inferenceConfig/topP | 0.5",
                "\"stop_sequences\":[\"x\"] | /inferenceConfig/stopSequences | [\"x\"]",
                "\"top_k\":5 | /additionalModelRequestFields | {\"top_k\":5}",
                "\"output_config\":{\"effort\":\"low\"} | /outputConfig | {\"effort\":\"low\"}",
            })
    void request_members_areCarried(String member, String place, String carried) {
        assertThat(with(member).at(place)).isEqualTo(json(carried));
    }

    @Test
    void request_structuredOutput_isASchemaInAString() {
        JsonNode format =
                with("\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{\"type\":\"object\"}}}")
                        .at("/outputConfig/textFormat");
        assertThat(format.at("/type").stringValue()).isEqualTo("json_schema");
        assertThat(json(format.at("/structure/jsonSchema/schema").stringValue()))
                .isEqualTo(json("{\"type\":\"object\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"container\":\"x\" | container",
                "\"new_thing\":\"x\" | new_thing",
                "\"tool_choice\":{\"type\":\"auto\",\"disable_parallel_tool_use\":true} |"
                        + " tool_choice.disable_parallel_tool_use",
                "\"tools\":[{\"type\":\"bash_20250124\",\"name\":\"bash\"}] | tools[0].type",
            })
    void request_whatConverseLacks_isRefusedByName(String member, String field) {
        Fault fault =
                refused(MESSAGES, ASKED.replace("\"model\":\"m\"", "\"model\":\"m\"," + member));
        assertThat(fault.code()).isEqualTo(FaultCode.INVALID_VALUE);
        assertThat(fault.field()).contains(field);
    }

    @Test
    void request_imageByUrl_isRefused() {
        Fault fault =
                refused(
                        MESSAGES,
                        ASKED.replace(
                                "\"hi\"",
                                "[{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://example.org/a.png\"}}]"));
        assertThat(fault.message()).contains("base64").doesNotContain("example.org");
    }

    @Test
    void whole_ofEveryBlock_isAMessage() {
        JsonNode message =
                whole(
                        MESSAGES,
                        ASKED,
                        """
                        {"output":{"message":{"role":"assistant","content":[
                          {"reasoningContent":{"reasoningText":{"text":"A","signature":"s"}}},
                          {"text":"B"},
                          {"citationsContent":{"content":[{"text":"C"}],"citations":[]}},
                          {"toolUse":{"toolUseId":"1","name":"f","input":{"n":1}}}]}},
                         "stopReason":"tool_use","metrics":{"latencyMs":1},
                         "usage":{"inputTokens":5,"outputTokens":2,"totalTokens":11,
                                  "cacheReadInputTokens":3,"cacheWriteInputTokens":1}}\
                        """);
        assertThat(message.get("content"))
                .isEqualTo(
                        json(
                                """
                                [{"type":"thinking","thinking":"A","signature":"s"},
                                 {"type":"text","text":"B"},{"type":"text","text":"C"},
                                 {"type":"tool_use","id":"1","name":"f","input":{"n":1}}]\
                                """));
        assertThat(message.get("model").stringValue()).isEqualTo("m");
        assertThat(message.get("stop_reason").stringValue()).isEqualTo("tool_use");
        assertThat(message.get("usage"))
                .isEqualTo(
                        json(
                                "{\"input_tokens\":5,\"cache_creation_input_tokens\":1,\"cache_read_input_tokens\":3,\"output_tokens\":2}"));
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, end_turn",
        "max_tokens, max_tokens",
        "stop_sequence, stop_sequence",
        "guardrail_intervened, refusal",
        "content_filtered, refusal",
        "model_context_window_exceeded, model_context_window_exceeded"
    })
    void whole_stopReason_isInAnthropicsWords(String said, String heard) {
        JsonNode message =
                whole(
                        MESSAGES,
                        ASKED,
                        "{\"output\":{\"message\":{\"content\":[]}},\"stopReason\":\""
                                + said
                                + "\"}");
        assertThat(message.get("stop_reason").stringValue()).isEqualTo(heard);
    }

    @Test
    void stream_ofTextAndTools_isAnthropics() {
        List<JsonNode> events =
                stream(
                        MESSAGES,
                        ASKED,
                        START,
                        "{\"contentBlockDelta\":{\"contentBlockIndex\":0,\"delta\":{\"text\":\"A\"}}}",
                        "{\"contentBlockStop\":{\"contentBlockIndex\":0}}",
                        "{\"contentBlockStart\":{\"contentBlockIndex\":1,\"start\":{\"toolUse\":{\"toolUseId\":\"1\",\"name\":\"f\"}}}}",
                        "{\"contentBlockDelta\":{\"contentBlockIndex\":1,\"delta\":{\"toolUse\":{\"input\":\"{}\"}}}}",
                        "{\"contentBlockStop\":{\"contentBlockIndex\":1}}",
                        "{\"somethingNew\":{}}",
                        "{\"messageStop\":{\"stopReason\":\"tool_use\"}}",
                        METADATA);
        assertThat(events)
                .extracting(each -> each.get("type").stringValue())
                .containsExactly(
                        "message_start",
                        "content_block_start",
                        "content_block_delta",
                        "content_block_stop",
                        "content_block_start",
                        "content_block_delta",
                        "content_block_stop",
                        "message_delta",
                        "message_stop");
        assertThat(events.get(4).get("content_block"))
                .isEqualTo(
                        json("{\"type\":\"tool_use\",\"id\":\"1\",\"name\":\"f\",\"input\":{}}"));
        assertThat(events.get(7).at("/delta/stop_reason").stringValue()).isEqualTo("tool_use");
        assertThat(events.get(7).at("/usage/input_tokens").asInt()).isEqualTo(5);
        assertThat(events.get(7).at("/usage/cache_read_input_tokens").asInt()).isEqualTo(3);
    }

    @Test
    void stream_thinking_isABlockOfItsOwn() {
        List<JsonNode> events =
                stream(
                        MESSAGES,
                        ASKED,
                        START,
                        "{\"contentBlockDelta\":{\"contentBlockIndex\":0,\"delta\":{\"reasoningContent\":{\"text\":\"A\"}}}}",
                        "{\"contentBlockDelta\":{\"contentBlockIndex\":0,\"delta\":{\"reasoningContent\":{\"signature\":\"s\"}}}}",
                        "{\"contentBlockDelta\":{\"contentBlockIndex\":1,\"delta\":{\"text\":\"B\"}}}",
                        STOP);
        assertThat(events)
                .extracting(each -> each.at("/delta/type").asString(""))
                .containsExactly(
                        "",
                        "",
                        "thinking_delta",
                        "signature_delta",
                        "",
                        "text_delta",
                        "",
                        "",
                        "",
                        "");
    }

    @Test
    void stream_withoutEnd_orWithAnException_isAFault() {
        AnswerTranslator cut = asked(MESSAGES, ASKED).answers();
        cut.event(bytes(START));
        assertThat(failing(cut::end).code()).isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
        AnswerTranslator throttled = asked(MESSAGES, ASKED).answers();
        Fault fault =
                failing(() ->
                        throttled.event(
                                bytes("{\"throttlingException\":{\"message\":\"a secret\"}}")));
        assertThat(fault.code()).isEqualTo(FaultCode.PROVIDER_BROKE_OFF);
        assertThat(fault.message()).contains("throttlingException").doesNotContain("secret");
    }

    @Test
    void refusal_ofBedrock_hasAnthropicsShape() {
        byte[] refusal =
                asked(MESSAGES, ASKED)
                        .answers()
                        .refusal(400, bytes("{\"message\":\"The model id is invalid.\"}"));
        assertThat(json(new String(refusal, java.nio.charset.StandardCharsets.UTF_8)).at("/error"))
                .isEqualTo(
                        json(
                                "{\"type\":\"invalid_request_error\",\"message\":\"The model id is"
                                        + " invalid.\"}"));
    }
}
