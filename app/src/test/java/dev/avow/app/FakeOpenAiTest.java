package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake provider, asked directly by OpenAI's own client: every member is what OpenAI sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FakeOpenAiTest {

    @SuppressWarnings("NullAway.Init")
    private FakeOpenAi fake;

    @SuppressWarnings("NullAway.Init")
    private OpenAIClient client;

    @BeforeAll
    void start() throws Exception {
        fake = FakeOpenAi.start();
        client = Clients.of(fake.baseUrl(), FakeOpenAi.KEY);
    }

    @AfterAll
    void stop() {
        client.close();
        fake.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "transcript", "tools", "json", "refusal"})
    void answer_whole_isValid(String model) {
        ChatCompletion answer = client.chat().completions().create(asked(model)).validate();
        assertThat(answer.choices()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "cut-1", "cut-at-3", "drip-1", "tools", "json", "refusal"})
    void answer_streamed_everyChunkIsValid(String model) {
        ChatCompletionCreateParams asked =
                asked(model).toBuilder()
                        .streamOptions(
                                ChatCompletionStreamOptions.builder().includeUsage(true).build())
                        .build();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(asked)) {
            List<ChatCompletionChunk> chunks =
                    stream.stream().map(ChatCompletionChunk::validate).toList();
            assertThat(chunks.getLast().usage()).isPresent();
        }
    }

    @Test
    void models_listed_areValid() {
        assertThat(client.models().list().data())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.validate().id()).isNotBlank());
    }

    @Test
    void request_thatOpenAiRefuses_isRefused() {
        ChatCompletionCreateParams optionsWithoutStream =
                asked("echo").toBuilder()
                        .streamOptions(
                                ChatCompletionStreamOptions.builder().includeUsage(true).build())
                        .build();
        assertThatThrownBy(() -> client.chat().completions().create(optionsWithoutStream))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> client.chat().completions().create(asked("rate-limited")))
                .isInstanceOf(RateLimitException.class);
        OpenAIClient stranger = Clients.of(fake.baseUrl(), "wrong");
        assertThatThrownBy(() -> stranger.chat().completions().create(asked("echo")))
                .isInstanceOf(UnauthorizedException.class);
        stranger.close();
    }

    private static ChatCompletionCreateParams asked(String model) {
        return ChatCompletionCreateParams.builder()
                .model(model)
                .addSystemMessage("Be kind.")
                .addUserMessage("Hello there, é 漢字 🙂")
                .n(2)
                .addTool(Clients.tool("look_up", "who"))
                .addTool(Clients.tool("send_mail", "to"))
                .build();
    }
}
