package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * LangChain4j's clients of OpenAI's API and of Anthropic's, with nothing changed but base URL and
 * key, each on a provider that speaks the one and on one that speaks the other.
 */
@ExtendWith(EndToEnd.class)
final class LangChain4jTest {

    private static final String EACH_ON_EACH =
            """
            openai, fake
            openai, claude
            anthropic, fake
            anthropic, claude
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Installation avow;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    private final String said = mark + " \"quoted\" \\ é 漢字 🙂 " + PersonalData.EVERYTHING;

    LangChain4jTest(Installation avow) {
        this.avow = avow;
    }

    @AfterEach
    void nothingLeft() {
        for (FakeLog.Entry entry : avow.provider().log().entries()) {
            assertThat(PersonalData.in(entry.everything())).isEmpty();
        }
    }

    private ChatModel model(String client, String model, String key) {
        Duration patience = Duration.ofSeconds(20);
        return client.equals("openai")
                ? OpenAiChatModel.builder()
                        .baseUrl(avow.baseUrl())
                        .apiKey(key)
                        .modelName(model)
                        .strictJsonSchema(true)
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                        .maxRetries(0)
                        .timeout(patience)
                        .build()
                : AnthropicChatModel.builder()
                        .baseUrl(avow.baseUrl())
                        .apiKey(key)
                        .modelName(model)
                        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                        .maxRetries(0)
                        .timeout(patience)
                        .build();
    }

    private ChatModel model(String client, String model) {
        return model(client, model, avow.modelsKey());
    }

    private StreamingChatModel streaming(String client, String model) {
        return client.equals("openai")
                ? OpenAiStreamingChatModel.builder()
                        .baseUrl(avow.baseUrl())
                        .apiKey(avow.modelsKey())
                        .modelName(model)
                        .build()
                : AnthropicStreamingChatModel.builder()
                        .baseUrl(avow.baseUrl())
                        .apiKey(avow.modelsKey())
                        .modelName(model)
                        .build();
    }

    /** Gathers a stream, or what went wrong with it. */
    private static final class Whole implements StreamingChatResponseHandler {
        private final StringBuilder pieces = new StringBuilder();
        private final CompletableFuture<ChatResponse> done = new CompletableFuture<>();

        @Override
        public void onPartialResponse(String piece) {
            pieces.append(piece);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            done.complete(response);
        }

        @Override
        public void onError(Throwable error) {
            done.completeExceptionally(error);
        }
    }

    private ChatResponse streamed(String client, String model, ChatRequest asked) throws Exception {
        Whole whole = new Whole();
        streaming(client, model).chat(asked, whole);
        return whole.done.get(20, TimeUnit.SECONDS);
    }

    private ChatRequest.Builder asked() {
        return ChatRequest.builder()
                .messages(SystemMessage.from("Be brief."), UserMessage.from(said));
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH_ON_EACH)
    void chat_wholeAndStreamed_holdsTheOriginals(String client, String provider) throws Exception {
        ChatResponse whole = model(client, provider + "/echo").chat(asked().build());
        assertThat(whole.aiMessage().text()).isEqualTo(said);
        assertThat(whole.tokenUsage().outputTokenCount()).isPositive();
        ChatResponse streamed = streamed(client, provider + "/echo", asked().build());
        assertThat(streamed.aiMessage().text()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH_ON_EACH)
    void tools_severalCalls_andTheirResults_holdTheOriginals(String client, String provider)
            throws Exception {
        List<ToolSpecification> tools = new ArrayList<>();
        for (String name : List.of("look_up", "ask_for")) {
            JsonObjectSchema who =
                    JsonObjectSchema.builder().addStringProperty("who").required("who").build();
            tools.add(ToolSpecification.builder().name(name).parameters(who).build());
        }
        ChatRequest asked = asked().toolSpecifications(tools).build();
        ChatModel model = model(client, provider + "/tools");
        AiMessage whole = model.chat(asked).aiMessage();
        for (AiMessage answer :
                List.of(whole, streamed(client, provider + "/tools", asked).aiMessage())) {
            assertThat(answer.toolExecutionRequests())
                    .extracting(ToolExecutionRequest::name)
                    .containsExactly("look_up", "ask_for");
            assertThat(answer.toolExecutionRequests())
                    .extracting(each -> JSON.readTree(each.arguments()).get("who").stringValue())
                    .containsExactly(said, said);
        }
        List<ChatMessage> conversation = new ArrayList<>(asked.messages());
        conversation.add(whole);
        whole.toolExecutionRequests()
                .forEach(each ->
                        conversation.add(ToolExecutionResultMessage.from(each, "found " + said)));
        ChatRequest more =
                ChatRequest.builder().messages(conversation).toolSpecifications(tools).build();
        assertThat(model.chat(more).aiMessage().text()).contains("found " + said);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH_ON_EACH)
    void structuredOutput_holdsTheOriginals(String client, String provider) {
        JsonObjectSchema person =
                JsonObjectSchema.builder()
                        .addStringProperty("contact")
                        .addIntegerProperty("age")
                        .required("contact", "age")
                        .additionalProperties(false)
                        .build();
        ResponseFormat format =
                ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder().name("person").rootElement(person).build())
                        .build();
        String json =
                model(client, provider + "/json")
                        .chat(asked().responseFormat(format).build())
                        .aiMessage()
                        .text();
        assertThat(JSON.readTree(json).get("contact").stringValue()).isEqualTo(said);
        assertThat(JSON.readTree(json).get("age").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH_ON_EACH)
    void image_besideText_arrivesAsItWas(String client, String provider) {
        UserMessage asked =
                UserMessage.from(
                        TextContent.from(said), ImageContent.from(Clients.PIXEL, "image/png"));
        ChatResponse answer = model(client, provider + "/echo").chat(asked);
        assertThat(answer.aiMessage().text()).contains(said);
        assertThat(avow.provider().log().lastWith(mark).body()).contains(Clients.PIXEL);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH_ON_EACH)
    void errors_ofEveryKind_areTheClientsOwn(String client, String provider) {
        failing(AuthenticationException.class, model(client, provider + "/echo", "avow_nobody"));
        failing(AuthenticationException.class, model(client, "blocked"));
        failing(ModelNotFoundException.class, model(client, "avow/none"));
        failing(InvalidRequestException.class, model(client, provider + "/error-400"));
        failing(RateLimitException.class, model(client, provider + "/error-429"));
    }

    /**
     * Its client of OpenAI's API passes over an error in a stream, as it would over OpenAI's own.
     */
    @ParameterizedTest
    @CsvSource({"anthropic, fake", "anthropic, claude"})
    void stream_breaksOff_isAnErrorOfTheClient(String client, String provider) {
        Throwable broken =
                catchThrowableOfType(
                        Exception.class,
                        () -> streamed(client, provider + "/breaks-off", asked().build()));
        assertThat(broken).isNotNull();
    }

    private <E extends LangChain4jException> void failing(Class<E> kind, ChatModel model) {
        E failed = catchThrowableOfType(kind, () -> model.chat(asked().build()));
        assertThat(failed).isNotNull();
        assertThat(PersonalData.in(String.valueOf(failed.getMessage()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = EACH_ON_EACH)
    void stream_cancelled_theProviderHearsOfIt(String client, String provider) {
        streaming(client, provider + "/stall")
                .chat(
                        asked().build(),
                        new StreamingChatResponseHandler() {
                            @Override
                            public void onPartialResponse(
                                    PartialResponse piece, PartialResponseContext context) {
                                context.streamingHandle().cancel();
                            }

                            @Override
                            public void onCompleteResponse(ChatResponse response) {}

                            @Override
                            public void onError(Throwable error) {}
                        });
        Eventually.holds(
                "the provider heard of it",
                () ->
                        avow.provider().log().countWith(mark) > 0
                                && avow.provider().log().lastWith(mark).outcome().equals("left"));
    }
}
