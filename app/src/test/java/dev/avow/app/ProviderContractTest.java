package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageToolCall;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a caller of either API may expect of every kind of provider, whatever that speaks itself.
 * The kinds are those that can be added, so that a new one is held to it at once.
 */
@ExtendWith(EndToEnd.class)
final class ProviderContractTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Installation avow;
    private final OpenAIClient client;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    private final String said = mark + " \"quoted\" \\ é 漢字 🙂 " + PersonalData.EVERYTHING;

    ProviderContractTest(Installation avow) {
        this.avow = avow;
        this.client = Clients.of(avow.baseUrl(), avow.modelsKey());
    }

    /** By each kind, in each way. */
    static List<String> providers() {
        return Installation.kinds().stream()
                .flatMap(kind -> Arrays.stream(Way.values()).map(way -> Installation.as(kind, way)))
                .toList();
    }

    @AfterEach
    void nothingLeft() {
        client.close();
        for (FakeLog.Entry entry : avow.provider().log().entries()) {
            assertThat(PersonalData.in(entry.everything())).isEmpty();
        }
    }

    private static String model(String provider, String script) {
        return provider + "/" + script;
    }

    // A caller of OpenAI's API

    private ChatCompletionCreateParams.Builder chat(String provider, String script) {
        return ChatCompletionCreateParams.builder()
                .model(model(provider, script))
                .addUserMessage(said);
    }

    private ChatCompletion streamed(ChatCompletionCreateParams asked) {
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(asked)) {
            stream.stream().forEach(chunk -> whole.accumulate(chunk.validate()));
        }
        return whole.chatCompletion();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void chat_asked_isAnsweredWithTheOriginals(String provider) {
        ChatCompletion answer =
                client.chat().completions().create(chat(provider, "echo").build()).validate();
        assertThat(answer.choices().getFirst().message().content()).contains(said);
        assertThat(answer.usage().orElseThrow().completionTokens()).isPositive();
    }

    @Test
    void conversations_shareConnectionsByHttp2_bulkyAnswersDoNot() {
        int before = avow.provider().byHttp2();
        client.chat().completions().create(chat("shared-openai", "echo").build());
        assertThat(avow.provider().byHttp2()).isEqualTo(before + 1);
        embeddings_asked_areAVectorForEachText("shared-openai");
        assertThat(avow.provider().byHttp2()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void chat_streamed_isWholeAndHasTheOriginals(String provider) {
        ChatCompletion answer = streamed(chat(provider, "echo").build());
        assertThat(answer.choices().getFirst().message().content()).contains(said);
        assertThat(answer.choices().getFirst().finishReason().asString()).isEqualTo("stop");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void chat_severalTools_areCalledWithTheOriginals(String provider) {
        ChatCompletionCreateParams asked =
                chat(provider, "tools")
                        .addTool(Clients.tool("look_up", "who"))
                        .addTool(Clients.tool("ask_for", "what"))
                        .build();
        for (ChatCompletion answer :
                List.of(client.chat().completions().create(asked), streamed(asked))) {
            List<ChatCompletionMessageToolCall> calls =
                    answer.choices().getFirst().message().toolCalls().orElseThrow();
            assertThat(calls)
                    .extracting(each -> each.asFunction().function().name())
                    .containsExactly("look_up", "ask_for");
            assertThat(calls)
                    .extracting(each ->
                            JSON.readTree(each.asFunction().function().arguments())
                                    .iterator()
                                    .next()
                                    .stringValue())
                    .containsExactly(said, said);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void chat_refused_hasOpenAisShapeAndTheProvidersStatus(String provider) {
        Http.Answer refused =
                Http.post(
                        avow.baseUrl() + "/chat/completions",
                        avow.modelsKey(),
                        asked(provider, "error-400").toString());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/message").isString()).isTrue();
        assertThat(refused.json().at("/error/type").stringValue())
                .isEqualTo("invalid_request_error");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void chat_brokenStreams_endWithAnError(String provider) {
        for (String script : List.of("breaks-off", "garbage")) {
            Http.Answer broken =
                    Http.post(
                            avow.baseUrl() + "/chat/completions",
                            avow.modelsKey(),
                            asked(provider, script).put("stream", true).toString());
            assertThat(broken.body()).contains("\"code\":\"provider_").doesNotContain("[DONE]");
        }
    }

    // A caller of OpenAI's Responses API

    private ResponseCreateParams.Builder response(String provider, String script) {
        return ResponseCreateParams.builder().model(model(provider, script)).input(said);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void responses_asked_areAnsweredWithTheOriginals(String provider) {
        Response answer = client.responses().create(response(provider, "echo").build()).validate();
        assertThat(text(answer)).isEqualTo(said);
        assertThat(answer.usage().orElseThrow().outputTokens()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void responses_streamed_areWholeAndHaveTheOriginals(String provider) {
        StringBuilder pieces = new StringBuilder();
        List<Response> last = new ArrayList<>();
        try (StreamResponse<ResponseStreamEvent> stream =
                client.responses().createStreaming(response(provider, "echo").build())) {
            stream.stream()
                    .forEach(event -> {
                        event.validate();
                        event.outputTextDelta().ifPresent(each -> pieces.append(each.delta()));
                        event.completed().ifPresent(each -> last.add(each.response()));
                    });
        }
        assertThat(pieces.toString()).isEqualTo(said);
        assertThat(last).extracting(ProviderContractTest::text).containsExactly(said);
    }

    private static String text(Response response) {
        return response.output().getFirst().asMessage().content().getFirst().asOutputText().text();
    }

    // A caller of Anthropic's API

    private ObjectNode asked(String provider, String script) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model(provider, script)).put("max_tokens", 99);
        body.putArray("messages").addObject().put("role", "user").put("content", said);
        return body;
    }

    private Http.Answer messages(ObjectNode body) {
        return Http.post(avow.baseUrl() + "/messages", avow.modelsKey(), body.toString());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void messages_asked_areAnsweredWithTheOriginals(String provider) {
        JsonNode answer = messages(asked(provider, "echo")).json();
        assertThat(answer.at("/content/0/text").stringValue()).isEqualTo(said);
        assertThat(answer.at("/stop_reason").stringValue()).isEqualTo("end_turn");
        assertThat(answer.at("/usage/output_tokens").asInt()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void messages_streamed_areWholeAndHaveTheOriginals(String provider) {
        String body = messages(asked(provider, "echo").put("stream", true)).body();
        StringBuilder text = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (String line : body.split("\n", -1)) {
            if (line.startsWith("data: {")) {
                JsonNode event = JSON.readTree(line.substring(6));
                text.append(event.at("/delta/text").asString(""));
                types.append(event.get("type").stringValue()).append(' ');
            }
        }
        assertThat(text.toString()).isEqualTo(said);
        assertThat(types.toString())
                .matches(
                        "message_start (ping )?content_block_start (ping )?(content_block_delta )+"
                                + "content_block_stop message_delta message_stop ");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void messages_severalTools_areCalledWithTheOriginals(String provider) {
        ObjectNode body = asked(provider, "tools");
        ArrayNode tools = body.putArray("tools");
        for (String name : List.of("look_up", "ask_for")) {
            ObjectNode tool = tools.addObject().put("name", name);
            ObjectNode schema = tool.putObject("input_schema").put("type", "object");
            schema.putObject("properties").putObject("who").put("type", "string");
        }
        JsonNode answer = messages(body).json();
        List<JsonNode> uses =
                answer.get("content")
                        .valueStream()
                        .filter(each -> each.get("type").stringValue().equals("tool_use"))
                        .toList();
        assertThat(uses)
                .extracting(each -> each.get("name").stringValue())
                .containsExactly("look_up", "ask_for");
        assertThat(uses)
                .extracting(each -> each.at("/input/who").stringValue())
                .containsExactly(said, said);
        assertThat(answer.get("stop_reason").stringValue()).isEqualTo("tool_use");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void messages_refused_haveAnthropicsShapeAndTheProvidersStatus(String provider) {
        Http.Answer refused = messages(asked(provider, "error-400"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/type").stringValue()).isEqualTo("error");
        assertThat(refused.json().at("/error/type").stringValue())
                .isEqualTo("invalid_request_error");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void messages_brokenStreams_endWithAnError(String provider) {
        for (String script : List.of("breaks-off", "garbage")) {
            String body = messages(asked(provider, script).put("stream", true)).body();
            assertThat(body).contains("\"code\":\"provider_").doesNotContain("message_stop");
        }
    }

    /** Those that have them, be it by a translation. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "as-openai",
                "as-azure-openai",
                "as-gemini",
                "as-mistral",
                "as-ollama",
                "as-cohere",
                "as-vertex",
                "shared-openai",
                "shared-cohere",
                "shared-vertex"
            })
    void embeddings_asked_areAVectorForEachText(String provider) {
        CreateEmbeddingResponse answer =
                client.embeddings()
                        .create(
                                EmbeddingCreateParams.builder()
                                        .model(model(provider, "embed"))
                                        .inputOfArrayOfStrings(List.of(said, "two"))
                                        .encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
                                        .build())
                        .validate();
        assertThat(answer.data()).extracting(each -> each.index()).containsExactly(0L, 1L);
        assertThat(answer.data().getLast().embedding().getLast()).isEqualTo(3f);
        assertThat(answer.usage().promptTokens()).isEqualTo(11);
    }

    // A caller of the rerank route, by either of its paths

    private ObjectNode ranking(String provider, String script) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("model", model(provider, script));
        body.put("query", said).put("return_documents", true);
        body.putArray("documents").add(said + " once more").add("two");
        return body;
    }

    @ParameterizedTest
    @ValueSource(strings = {"as-openai", "as-cohere", "shared-openai", "shared-cohere"})
    void rerank_asked_ranksDocumentsThatComeBackWithTheOriginals(String provider) {
        for (String version : List.of("/v1", "/v2")) {
            Http.Answer answer =
                    Http.post(
                            avow.url() + version + "/rerank",
                            avow.modelsKey(),
                            ranking(provider, "rank").toString());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode first = answer.json().at("/results/0");
            assertThat(first.get("index").asInt()).isZero();
            assertThat(first.at("/document/text").stringValue()).isEqualTo(said + " once more");
        }
    }

    @Test
    void rerank_refused_hasCoheresShapeAndOpenAisBeside() {
        for (ObjectNode wrong :
                List.of(
                        ranking("as-cohere", "error-400"),
                        ranking("as-cohere", "rank").put("top_k", 1),
                        ranking("as-cohere", "rank").put("query", 7))) {
            Http.Answer refused =
                    Http.post(avow.url() + "/v1/rerank", avow.modelsKey(), wrong.toString());
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/message").stringValue()).isNotEmpty();
            assertThat(refused.json().at("/error/message").stringValue())
                    .isEqualTo(refused.json().at("/message").stringValue());
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void tokens_counted_areANumber(String provider) {
        Http.Answer counted =
                Http.post(
                        avow.baseUrl() + "/messages/count_tokens",
                        avow.modelsKey(),
                        asked(provider, "echo").toString());
        assertThat(counted.json().at("/input_tokens").asInt()).isPositive();
    }
}
