package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.PermissionDeniedException;
import com.openai.errors.RateLimitException;
import com.openai.errors.SseException;
import com.openai.errors.UnauthorizedException;
import com.openai.errors.UnexpectedStatusCodeException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenAI's own client for Java, with nothing changed but base URL and key. */
@ExtendWith(EndToEnd.class)
final class OpenAiJavaClientTest {

    private final Installation avow;
    private final OpenAIClient client;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    /** What structured output is to look like. */
    record Person(String contact, List<String> notes, int age) {}

    /** Arguments of the tool {@code look_up}. */
    record LookUp(String who) {}

    OpenAiJavaClientTest(Installation avow) {
        this.avow = avow;
        this.client = Clients.of(avow.baseUrl(), avow.modelsKey());
    }

    @AfterEach
    void nothingLeft() {
        client.close();
        for (FakeLog.Entry entry : avow.provider().log().entries()) {
            assertThat(PersonalData.in(entry.everything())).isEmpty();
            assertThat(entry.everything().contains(avow.modelsKey())).isFalse();
        }
    }

    @Test
    void chat_allValues_neverLeaveAndComeBack() {
        ChatCompletion answer =
                client.chat().completions().create(asked("echo").build()).validate();
        assertThat(answer.choices().getFirst().message().content()).contains(said());
        assertThat(answer.usage()).isPresent();
        assertThat(avow.provider().log().countWith(mark)).isOne();
    }

    @Test
    void chat_parts_eachIsMasked() {
        List<ChatCompletionContentPart> parts =
                PersonalData.VALUES.values().stream()
                        .map(each ->
                                ChatCompletionContentPart.ofText(
                                        ChatCompletionContentPartText.builder().text(each).build()))
                        .toList();
        ChatCompletion answer =
                client.chat()
                        .completions()
                        .create(
                                ChatCompletionCreateParams.builder()
                                        .model("echo")
                                        .addUserMessageOfArrayOfContentParts(parts)
                                        .build());
        assertThat(answer.choices().getFirst().message().content())
                .contains(String.join("\n", PersonalData.VALUES.values()));
    }

    @Test
    void chat_severalChoicesAndRefusal_areRestored() {
        ChatCompletion several =
                client.chat().completions().create(asked("echo").n(3).build()).validate();
        assertThat(several.choices())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.message().content()).contains(said()));
        ChatCompletion refused =
                client.chat().completions().create(asked("refusal").build()).validate();
        assertThat(refused.choices().getFirst().message().refusal())
                .contains("I cannot help with: " + said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "cut-1", "cut-3", "drip-1"})
    void stream_everyChunkIsValidAndTheTextIsWhole(String model) {
        ChatCompletionAccumulator all = ChatCompletionAccumulator.create();
        boolean usage = false;
        ChatCompletionCreateParams asked =
                asked(model)
                        .streamOptions(
                                ChatCompletionStreamOptions.builder().includeUsage(true).build())
                        .build();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(asked)) {
            for (ChatCompletionChunk chunk : stream.stream().toList()) {
                all.accumulate(chunk.validate());
                usage |= chunk.usage().isPresent();
            }
        }
        assertThat(all.chatCompletion().choices().getFirst().message().content()).contains(said());
        assertThat(usage).isTrue();
    }

    @Test
    void stream_withReceipt_staysValid() {
        ChatCompletionCreateParams asked =
                asked("cut-1").putAdditionalHeader("Avow-Receipt", "full").build();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(asked)) {
            List<ChatCompletionChunk> chunks =
                    stream.stream().map(ChatCompletionChunk::validate).toList();
            assertThat(chunks.getLast()._allProperties()).containsKey("avow");
        }
    }

    @Test
    void tools_calledWholeAndStreamed_argumentsHoldTheOriginals() {
        ChatCompletionCreateParams asked =
                asked("tools")
                        .addTool(Clients.tool("look_up", "who"))
                        .addTool(Clients.tool("send_mail", "to"))
                        .build();
        ChatCompletion whole = client.chat().completions().create(asked).validate();
        assertCalls(whole);
        ChatCompletionAccumulator all = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(asked)) {
            stream.stream().forEach(each -> all.accumulate(each.validate()));
        }
        assertCalls(all.chatCompletion());
    }

    private void assertCalls(ChatCompletion answer) {
        List<ChatCompletionMessageFunctionToolCall> calls =
                answer.choices().getFirst().message().toolCalls().orElseThrow().stream()
                        .map(each -> each.asFunction())
                        .toList();
        assertThat(calls)
                .extracting(each -> each.function().name())
                .containsExactly("look_up", "send_mail");
        assertThat(calls.getFirst().function().arguments(LookUp.class))
                .isEqualTo(new LookUp(said()));
    }

    @Test
    void tools_resultWithPersonalData_neverLeaves() {
        ChatCompletionCreateParams.Builder conversation =
                asked("tools").addTool(Clients.tool("look_up", "who"));
        ChatCompletion first = client.chat().completions().create(conversation.build());
        var message = first.choices().getFirst().message();
        conversation.addMessage(message);
        conversation.addMessage(
                ChatCompletionToolMessageParam.builder()
                        .toolCallId(message.toolCalls().orElseThrow().getFirst().asFunction().id())
                        .content("found " + PersonalData.EVERYTHING)
                        .build());
        ChatCompletion second = client.chat().completions().create(conversation.build());
        assertThat(second.choices().getFirst().message().content())
                .contains("found " + PersonalData.EVERYTHING);
    }

    @Test
    void structuredOutput_parsed_holdsTheOriginals() {
        Person person =
                client.chat()
                        .completions()
                        .create(asked("json").responseFormat(Person.class).build())
                        .choices()
                        .getFirst()
                        .message()
                        .content()
                        .orElseThrow();
        assertThat(person).isEqualTo(new Person(said(), List.of(said()), 7));
    }

    @Test
    void rawResponse_hasAvowsHeaders() {
        try (HttpResponseFor<ChatCompletion> raw =
                client.chat().completions().withRawResponse().create(asked("echo").build())) {
            assertThat(raw.headers().values("Avow-Action")).containsExactly("mask");
            assertThat(raw.headers().values("Avow-Interaction").getFirst()).hasSize(36);
            assertThat(raw.headers().values("Avow-Overhead-Ms").getFirst())
                    .matches("\\d+\\.\\d\\d");
            assertThat(raw.parse().validate().choices()).hasSize(1);
        }
    }

    @Test
    void models_listedAndRetrieved_areValid() {
        assertThat(client.models().list().data())
                .allSatisfy(each -> each.validate())
                .extracting(each -> each.id())
                .contains("avow/mirror", "fake/echo");
        assertThat(client.models().retrieve("avow/mirror").validate().id())
                .isEqualTo("avow/mirror");
    }

    @Test
    void async_asked_isAnswered() {
        ChatCompletion answer =
                client.async().chat().completions().create(asked("echo").build()).join();
        assertThat(answer.choices().getFirst().message().content()).contains(said());
    }

    @Test
    void errors_ofEveryKind_areTheClientsOwn() {
        OpenAIClient stranger = Clients.of(avow.baseUrl(), "avow_nobody");
        assertThat(
                        catchThrowableOfType(
                                        UnauthorizedException.class, () -> stranger.models().list())
                                .code())
                .contains("invalid_api_key");
        stranger.close();
        assertThat(failing(NotFoundException.class, asked("avow/none")).code())
                .contains("model_not_found");
        assertThat(failing(RateLimitException.class, asked("rate-limited")).statusCode())
                .isEqualTo(429);
        assertThat(failing(PermissionDeniedException.class, asked("blocked")).code())
                .contains("policy_blocked");
        assertThat(failing(InternalServerException.class, asked("error-500")).code())
                .contains("provider_refused");
        ChatCompletionCreateParams.Builder wrong =
                asked("echo").putAdditionalBodyProperty("stream", JsonValue.from("perhaps"));
        assertThat(failing(BadRequestException.class, wrong).param()).contains("stream");
    }

    @Test
    void coached_acknowledged_goesThrough() {
        UnexpectedStatusCodeException coached =
                failing(UnexpectedStatusCodeException.class, asked("coached"));
        assertThat(coached.statusCode()).isEqualTo(409);
        assertThat(coached.code()).contains("policy_coach");
        assertThat(avow.provider().log().countWith(mark)).isZero();
        Map<?, ?> error = Objects.requireNonNull(coached.body().convert(Map.class));
        String token = String.valueOf(error.get("acknowledge_token"));
        ChatCompletion answer =
                client.chat()
                        .completions()
                        .create(
                                asked("coached")
                                        .putAdditionalHeader("Avow-Acknowledge", token)
                                        .build());
        assertThat(answer.choices().getFirst().message().content()).contains(said());
    }

    @Test
    void stream_breaksOff_isAnErrorOfTheClient() {
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(asked("breaks-off").build())) {
            OpenAIServiceException broken =
                    catchThrowableOfType(
                            SseException.class, () -> stream.stream().forEach(_ -> {}));
            assertThat(broken.code()).contains("provider_broke_off");
        }
    }

    @Test
    void stream_closedEarly_theProviderHearsOfIt() {
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(asked("stall").build())) {
            assertThat(stream.stream().findFirst()).isPresent();
        }
        Eventually.holds(
                "the provider heard of it",
                () -> avow.provider().log().lastWith(mark).outcome().equals("left"));
    }

    private <E extends OpenAIServiceException> E failing(
            Class<E> kind, ChatCompletionCreateParams.Builder asked) {
        E failed =
                catchThrowableOfType(kind, () -> client.chat().completions().create(asked.build()));
        assertThat(failed).isNotNull();
        assertThat(PersonalData.in(String.valueOf(failed.getMessage()))).isEmpty();
        return failed;
    }

    private String said() {
        return mark + " \"quoted\" \\ é 漢字 🙂 " + PersonalData.EVERYTHING;
    }

    private ChatCompletionCreateParams.Builder asked(String model) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage(said());
    }
}
