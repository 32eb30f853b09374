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
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** OpenAI's shapes on Google's API. */
final class ChatByGenerateTest {

    private static final ChatByGenerate CHAT = new ChatByGenerate(InstantSource.system());

    private static final String ASKED =
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String USAGE =
            ",\"usageMetadata\":{\"promptTokenCount\":5,\"cachedContentTokenCount\":3,"
                    + "\"candidatesTokenCount\":2,\"thoughtsTokenCount\":4}";

    private static JsonNode with(String members) {
        return request(CHAT, ASKED.replace("\"model\":\"m\"", "\"model\":\"m\"," + members));
    }

    private static String answer(String parts, String reason) {
        return "{\"candidates\":[{\"content\":{\"parts\":["
                + parts
                + "],\"role\":\"model\"}"
                + (reason.isEmpty() ? "" : ",\"finishReason\":\"" + reason + "\"")
                + "}]"
                + USAGE
                + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-3-pro, false, /models/gemini-3-pro:generateContent",
        "gemini-3-pro, true, /models/gemini-3-pro:streamGenerateContent?alt=sse",
        "tunedModels/a, false, /tunedModels/a:generateContent",
        "m?key=x, false, /models/m%3Fkey%3Dx:generateContent",
        "models/.., false, /models/%2E%2E:generateContent",
    })
    void request_model_standsInThePath(String model, boolean streamed, String path) {
        String asked = ASKED.replace("\"m\"", "\"" + model + "\",\"stream\":" + streamed);
        assertThat(asked(CHAT, asked).target().path()).isEqualTo(path);
    }

    @Test
    void request_conversationWithTools_isWrittenAsGoogleTakesIt() {
        JsonNode request =
                request(
                        CHAT,
                        """
                        {"model":"m","messages":[
                          {"role":"system","content":"A"},
                          {"role":"user","content":[{"type":"text","text":"B"},
                            {"type":"image_url","image_url":{"url":"data:image/png;base64,aW1n"}},
                            {"type":"file","file":{"file_data":"data:application/pdf;base64,cGRm"}},
                            {"type":"input_audio","input_audio":{"format":"wav","data":"d2F2"}}]},
                          {"role":"assistant","content":null,"tool_calls":[
                            {"id":"1","type":"function","function":{"name":"f","arguments":"{\\"n\\": 1.50}"},
                             "extra_content":{"google":{"thought_signature":"c2ln"}}},
                            {"id":"2","type":"function","function":{"name":"g","arguments":""}}]},
                          {"role":"tool","tool_call_id":"1","content":"C"},
                          {"role":"tool","tool_call_id":"2","content":"{\\"d\\": 1}"},
                          {"role":"developer","content":"E"}],
                         "tools":[{"type":"function","function":{"name":"f","description":"F","strict":true,
                            "parameters":{"type":"object"}}},
                           {"type":"function","function":{"name":"g"}}],
                         "tool_choice":{"type":"function","function":{"name":"f"}}}\
                        """);
        assertThat(request)
                .isEqualTo(
                        json(
                                """
                                {"systemInstruction":{"parts":[{"text":"A"},{"text":"E"}]},
                                 "contents":[
                                  {"role":"user","parts":[{"text":"B"},
                                    {"inlineData":{"mimeType":"image/png","data":"aW1n"}},
                                    {"inlineData":{"mimeType":"application/pdf","data":"cGRm"}},
                                    {"inlineData":{"mimeType":"audio/wav","data":"d2F2"}}]},
                                  {"role":"model","parts":[
                                    {"functionCall":{"id":"1","name":"f","args":{"n": 1.50}},"thoughtSignature":"c2ln"},
                                    {"functionCall":{"id":"2","name":"g","args":{}}}]},
                                  {"role":"user","parts":[
                                    {"functionResponse":{"id":"1","name":"f","response":{"output":"C"}}},
                                    {"functionResponse":{"id":"2","name":"g","response":{"d": 1}}}]}],
                                 "tools":[{"functionDeclarations":[
                                   {"name":"f","description":"F","parametersJsonSchema":{"type":"object"}},
                                   {"name":"g","description":"g"}]}],
                                 "toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["f"]}},
                                 "generationConfig":{}}\
                                """));
    }

    @ParameterizedTest
    @CsvSource({"m, true", "gemini-3-flash, true", "gemini-2.5-pro, false"})
    void request_callWithoutASignature_saysSoToNewerModels(String model, boolean says) {
        String body =
                "{\"model\":\"%s\",\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"1\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}]}"
                        .formatted(model);
        assertThat(request(CHAT, body).at("/contents/0/parts/0").has("thoughtSignature"))
                .isEqualTo(says);
    }

    @Test
    void request_limitsAndFormat_goIntoTheConfiguration() {
        JsonNode config =
                with("\"max_completion_tokens\":9,\"max_tokens\":8,\"temperature\":0.50,\"top_p\":0.9,"
                         + "\"stop\":\"x\",\"seed\":7,\"presence_penalty\":0,\"n\":1,\"user\":\"u\","
                         + "\"reasoning_effort\":\"low\",\"response_format\":{\"type\":\"json_schema\","
                         + "\"json_schema\":{\"name\":\"n\",\"schema\":{\"type\":\"object\"}}}")
                        .get("generationConfig");
        assertThat(config)
                .isEqualTo(
                        json(
                                """
                                {"maxOutputTokens":9,"temperature":0.50,"topP":0.9,"seed":7,"stopSequences":["x"],
                                 "responseMimeType":"application/json","responseJsonSchema":{"type":"object"},
                                 "thinkingConfig":{"thinkingLevel":"LOW"}}\
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`n`:2 | n",
                "`parallel_tool_calls`:false | parallel_tool_calls",
                "`logprobs`:true | logprobs",
                "`functions`:[{}] | functions",
                "`unheard_of`:1 | unheard_of",
                "`tools`:[{`type`:`custom`}] | tools[0].type",
            })
    void request_whatGoogleHasNothingFor_isRefusedByName(String members, String field) {
        String body =
                ASKED.replace("\"model\":\"m\"", "\"model\":\"m\"," + members.replace('`', '"'));
        assertThat(refused(CHAT, body).field()).contains(field);
    }

    @Test
    void request_imageByItsAddress_isRefused() {
        String image =
                "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://pictures.example/a.png\"}}]";
        assertThat(refused(CHAT, ASKED.replace("\"hi\"", image)).field())
                .contains("messages[0].content[0].image_url.url");
    }

    @Test
    void request_resultOfNoCall_isRefused() {
        String result = "{\"role\":\"tool\",\"tool_call_id\":\"9\",\"content\":\"x\"}";
        assertThat(refused(CHAT, "{\"model\":\"m\",\"messages\":[" + result + "]}").field())
                .contains("messages[0].tool_call_id");
    }

    @Test
    void whole_textThoughtsAndCalls_areAChatCompletion() {
        JsonNode told =
                whole(
                        CHAT,
                        ASKED,
                        answer(
                                "{\"text\":\"hm\",\"thought\":true},{\"text\":\"A\"},{\"text\":\"B\"},{\"functionCall\":{\"name\":\"f\",\"args\":{\"n\":"
                                    + " 1.50}},\"thoughtSignature\":\"c2ln\"},"
                                    + "{\"functionCall\":{\"name\":\"g\",\"id\":\"7\"}}",
                                "STOP"));
        JsonNode message = told.at("/choices/0/message");
        assertThat(message.get("content").stringValue()).isEqualTo("AB");
        assertThat(message.at("/tool_calls/0/function/arguments").stringValue())
                .isEqualTo("{\"n\": 1.50}");
        assertThat(message.at("/tool_calls/0/id").stringValue()).startsWith("call_");
        assertThat(message.at("/tool_calls/0/extra_content/google/thought_signature").stringValue())
                .isEqualTo("c2ln");
        assertThat(message.at("/tool_calls/1/id").stringValue()).isEqualTo("7");
        assertThat(message.at("/tool_calls/1/function/arguments").stringValue()).isEqualTo("{}");
        assertThat(told.at("/choices/0/finish_reason").stringValue()).isEqualTo("tool_calls");
        assertThat(told.get("usage"))
                .isEqualTo(
                        json(
                                """
                                {"prompt_tokens":5,"completion_tokens":6,"total_tokens":11,
                                 "prompt_tokens_details":{"cached_tokens":3}}\
                                """));
    }

    @ParameterizedTest
    @CsvSource({
        "STOP, stop",
        "MAX_TOKENS, length",
        "SAFETY, content_filter",
        "SPII, content_filter",
        "NOBODY_KNOWS, stop",
    })
    void whole_reason_isOpenAis(String google, String openAi) {
        assertThat(
                        whole(CHAT, ASKED, answer("{\"text\":\"A\"}", google))
                                .at("/choices/0/finish_reason")
                                .stringValue())
                .isEqualTo(openAi);
    }

    @Test
    void whole_promptBlocked_isFilteredAndEmpty() {
        JsonNode told =
                whole(
                        CHAT,
                        ASKED,
                        "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}" + USAGE + "}");
        assertThat(told.at("/choices/0/finish_reason").stringValue()).isEqualTo("content_filter");
        assertThat(told.at("/choices/0/message/content").isNull()).isTrue();
    }

    @Test
    void whole_malformedOrEmpty_isAFault() {
        for (String answer :
                List.of("{}", "[]", answer("", ""), answer("", "MALFORMED_FUNCTION_CALL"))) {
            assertThat(failing(() -> whole(CHAT, ASKED, answer)).code())
                    .isEqualTo(FaultCode.PROVIDER_INVALID_ANSWER);
        }
    }

    @Test
    void stream_textAndCalls_becomeChunks() {
        List<JsonNode> chunks =
                stream(
                        CHAT,
                        ASKED.replace(
                                "\"model\"",
                                "\"stream\":true,\"stream_options\":{\"include_usage\":true},\"model\""),
                        answer("{\"text\":\"hm\",\"thought\":true}", ""),
                        answer("{\"text\":\"A\"}", ""),
                        answer("{\"functionCall\":{\"name\":\"f\",\"args\":{}}}", ""),
                        answer("{\"functionCall\":{\"name\":\"g\",\"args\":{\"a\":1}}}", "STOP"));
        assertThat(chunks).hasSize(6);
        assertThat(chunks.get(0).at("/choices/0/delta/role").stringValue()).isEqualTo("assistant");
        assertThat(chunks.get(1).at("/choices/0/delta/content").stringValue()).isEqualTo("A");
        assertThat(chunks.get(3).at("/choices/0/delta/tool_calls/0/index").asInt()).isEqualTo(1);
        assertThat(
                        chunks.get(3)
                                .at("/choices/0/delta/tool_calls/0/function/arguments")
                                .stringValue())
                .isEqualTo("{\"a\":1}");
        assertThat(chunks.get(4).at("/choices/0/finish_reason").stringValue())
                .isEqualTo("tool_calls");
        assertThat(chunks.get(5).at("/usage/completion_tokens").asInt()).isEqualTo(6);
    }

    @Test
    void stream_endsWithoutAReason_hasBrokenOff() {
        assertThat(failing(() -> stream(CHAT, ASKED, answer("{\"text\":\"A\"}", ""))).code())
                .isEqualTo(FaultCode.PROVIDER_BROKE_OFF);
    }

    @Test
    void stream_error_isNamedAndNotQuoted() {
        var fault =
                failing(() ->
                        stream(
                                CHAT,
                                ASKED,
                                "{\"error\":{\"code\":503,\"message\":\"of"
                                        + " x\",\"status\":\"UNAVAILABLE\"}}"));
        assertThat(fault.code()).isEqualTo(FaultCode.PROVIDER_BROKE_OFF);
        assertThat(fault.message()).contains("UNAVAILABLE").doesNotContain("of x");
    }

    @Test
    void refusal_ofGoogle_hasOpenAisShape() {
        byte[] refusal =
                asked(CHAT, ASKED)
                        .answers()
                        .refusal(
                                400,
                                bytes(
                                        "{\"error\":{\"code\":400,\"message\":\"too"
                                                + " long\",\"status\":\"INVALID_ARGUMENT\"}}"));
        JsonNode error = json(new String(refusal, StandardCharsets.UTF_8)).get("error");
        assertThat(error.get("message").stringValue()).isEqualTo("too long");
        assertThat(error.get("type").stringValue()).isEqualTo("invalid_request_error");
    }

    @Test
    void refusal_ofTheKey_isTheOperatorsToMend() {
        AnswerTranslator answers = asked(CHAT, ASKED).answers();
        String refusal =
                "{\"error\":{\"code\":400,\"message\":\"API key not"
                        + " valid.\",\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}";
        assertThat(failing(() -> answers.refusal(400, bytes(refusal))).code())
                .isEqualTo(FaultCode.PROVIDER_REFUSED);
    }
}
