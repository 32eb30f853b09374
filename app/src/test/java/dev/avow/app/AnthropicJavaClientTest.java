package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.PermissionDeniedException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.SseException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Anthropic's own client for Java, with nothing changed but base URL and key, on a provider that
 * speaks its API and on one that speaks OpenAI's.
 */
@ExtendWith(EndToEnd.class)
final class AnthropicJavaClientTest {

    private final Installation avow;
    private final AnthropicClient client;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    private final String said = mark + " \"quoted\" \\ é 漢字 🙂 " + PersonalData.EVERYTHING;

    /** What structured output is to look like. */
    record Person(String contact, List<String> notes, int age) {}

    AnthropicJavaClientTest(Installation avow) {
        this.avow = avow;
        this.client = client(avow.modelsKey());
    }

    private AnthropicClient client(String key) {
        return AnthropicOkHttpClient.builder()
                .baseUrl(avow.url())
                .apiKey(key)
                .maxRetries(0)
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterEach
    void nothingLeft() {
        client.close();
        for (FakeLog.Entry entry : avow.provider().log().entries()) {
            assertThat(PersonalData.in(entry.everything())).isEmpty();
            assertThat(entry.everything().contains(avow.modelsKey())).isFalse();
        }
    }

    private MessageCreateParams.Builder asked(String model) {
        return MessageCreateParams.builder().model(model).maxTokens(99).addUserMessage(said);
    }

    private Message streamed(MessageCreateParams asked) {
        MessageAccumulator whole = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream =
                client.messages().createStreaming(asked)) {
            stream.stream().forEach(event -> whole.accumulate(event.validate()));
        }
        return whole.message();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "fake"})
    void message_wholeAndStreamed_holdsTheOriginals(String provider) {
        MessageCreateParams asked = asked(provider + "/echo").system("Be brief.").build();
        for (Message answer :
                List.of(client.messages().create(asked).validate(), streamed(asked))) {
            assertThat(answer.content().getFirst().asText().text()).isEqualTo(said);
            assertThat(answer.usage().outputTokens()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "fake"})
    void tools_severalCalls_andTheirResults_holdTheOriginals(String provider) {
        MessageCreateParams.Builder conversation = asked(provider + "/tools");
        for (String name : List.of("look_up", "ask_for")) {
            JsonValue who = JsonValue.from(Map.of("who", Map.of("type", "string")));
            Tool.InputSchema schema =
                    Tool.InputSchema.builder().putAdditionalProperty("properties", who).build();
            conversation.addTool(Tool.builder().name(name).inputSchema(schema).build());
        }
        Message whole = client.messages().create(conversation.build()).validate();
        for (Message answer : List.of(whole, streamed(conversation.build()))) {
            assertThat(uses(answer))
                    .extracting(ToolUseBlock::name)
                    .containsExactly("look_up", "ask_for");
            assertThat(uses(answer)).allSatisfy(use -> assertThat(who(use)).isEqualTo(said));
        }
        conversation.addMessage(whole);
        conversation.addUserMessageOfContentBlockParams(
                uses(whole).stream()
                        .map(use ->
                                ContentBlockParam.ofToolResult(
                                        ToolResultBlockParam.builder()
                                                .toolUseId(use.id())
                                                .content("found " + said)
                                                .build()))
                        .toList());
        Message second = client.messages().create(conversation.build()).validate();
        assertThat(second.content().getFirst().asText().text()).contains("found " + said);
    }

    private static List<ToolUseBlock> uses(Message answer) {
        return answer.content().stream().flatMap(each -> each.toolUse().stream()).toList();
    }

    private static Object who(ToolUseBlock use) {
        return String.valueOf(Objects.requireNonNull(use._input().convert(Map.class)).get("who"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "fake"})
    void structuredOutput_parsed_holdsTheOriginals(String provider) {
        Person person =
                client.messages()
                        .create(asked(provider + "/json").outputConfig(Person.class).build())
                        .content()
                        .getFirst()
                        .text()
                        .orElseThrow()
                        .text();
        assertThat(person).isEqualTo(new Person(said, List.of(said), 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "fake"})
    void image_besideText_arrivesAsItWas(String provider) {
        Base64ImageSource image =
                Base64ImageSource.builder()
                        .mediaType(Base64ImageSource.MediaType.IMAGE_PNG)
                        .data(Clients.PIXEL)
                        .build();
        MessageCreateParams asked =
                MessageCreateParams.builder()
                        .model(provider + "/echo")
                        .maxTokens(99)
                        .addUserMessageOfContentBlockParams(
                                List.of(
                                        ContentBlockParam.ofText(said),
                                        ContentBlockParam.ofImage(image)))
                        .build();
        Message answer = client.messages().create(asked).validate();
        assertThat(answer.content().getFirst().asText().text()).contains(said);
        assertThat(avow.provider().log().lastWith(mark).body()).contains(Clients.PIXEL);
    }

    @Test
    void errors_ofEveryKind_areTheClientsOwn() {
        AnthropicClient stranger = client("avow_nobody");
        assertThat(
                        catchThrowableOfType(
                                UnauthorizedException.class,
                                () -> stranger.messages().create(asked("claude/echo").build())))
                .isNotNull();
        stranger.close();
        failing(NotFoundException.class, "avow/none");
        failing(PermissionDeniedException.class, "blocked");
        for (String provider : List.of("claude", "fake")) {
            failing(BadRequestException.class, provider + "/error-400");
            failing(RateLimitException.class, provider + "/error-429");
        }
    }

    private <E extends AnthropicServiceException> void failing(Class<E> kind, String model) {
        E failed = catchThrowableOfType(kind, () -> client.messages().create(asked(model).build()));
        assertThat(failed).as(model).isNotNull();
        assertThat(failed.body().toString()).as(model).contains("_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "fake"})
    void stream_breaksOff_isAnErrorOfTheClient(String provider) {
        assertThat(
                        catchThrowableOfType(
                                SseException.class,
                                () -> streamed(asked(provider + "/breaks-off").build())))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "fake"})
    void stream_closedEarly_theProviderHearsOfIt(String provider) {
        try (StreamResponse<RawMessageStreamEvent> stream =
                client.messages().createStreaming(asked(provider + "/stall").build())) {
            assertThat(stream.stream().findFirst()).isPresent();
        }
        Eventually.holds(
                "the provider heard of it",
                () -> avow.provider().log().lastWith(mark).outcome().equals("left"));
    }
}
