package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.NotFoundException;
import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.MessageBatch;
import com.anthropic.models.messages.batches.MessageBatchIndividualResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Message batches by Anthropic's own client for Java, with nothing changed but base URL and key.
 */
@ExtendWith(EndToEnd.class)
final class AnthropicJavaBatchTest {

    private final Installation avow;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    AnthropicJavaBatchTest(Installation avow) {
        this.avow = avow;
    }

    private AnthropicClient client(boolean direct) {
        return AnthropicOkHttpClient.builder()
                .baseUrl(direct ? avow.provider().anthropicUrl() : avow.url())
                .apiKey(direct ? FakeOpenAi.KEY : avow.modelsKey())
                .maxRetries(0)
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private static BatchCreateParams.Request request(String id, String model, String text) {
        return BatchCreateParams.Request.builder()
                .customId(id)
                .params(
                        BatchCreateParams.Request.Params.builder()
                                .model(model)
                                .maxTokens(99)
                                .addUserMessage(text)
                                .build())
                .build();
    }

    /** The fake provider too: what it says must be what the client reads. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void batch_createdFetchedAndDeleted_neverLeavesAndComesBack(boolean direct) {
        String value = mark + " " + (direct ? "hello" : PersonalData.EVERYTHING);
        String prefix = direct ? "" : "claude/";
        AnthropicClient client = client(direct);
        MessageBatch batch =
                client.messages()
                        .batches()
                        .create(
                                BatchCreateParams.builder()
                                        .addRequest(request("mine", prefix + "echo", value))
                                        .addRequest(request("wrong", prefix + "error-400", "x"))
                                        .addRequest(request("late", prefix + "expires", "x"))
                                        .build())
                        .validate();
        assertThat(batch.processingStatus()).isEqualTo(MessageBatch.ProcessingStatus.IN_PROGRESS);
        MessageBatch ended = client.messages().batches().retrieve(batch.id()).validate();
        assertThat(ended.processingStatus()).isEqualTo(MessageBatch.ProcessingStatus.ENDED);
        assertThat(ended.resultsUrl().orElseThrow()).endsWith(batch.id() + "/results");
        assertThat(ended.requestCounts().expired()).isEqualTo(1);

        List<MessageBatchIndividualResponse> results;
        try (StreamResponse<MessageBatchIndividualResponse> stream =
                client.messages().batches().resultsStreaming(batch.id())) {
            results = stream.stream().map(each -> each.validate()).toList();
        }
        assertThat(results)
                .extracting(MessageBatchIndividualResponse::customId)
                .containsExactlyInAnyOrder("mine", "wrong", "late");
        for (MessageBatchIndividualResponse each : results) {
            switch (each.customId()) {
                case "mine" ->
                        assertThat(
                                        each.result()
                                                .asSucceeded()
                                                .message()
                                                .content()
                                                .getFirst()
                                                .asText()
                                                .text())
                                .isEqualTo(value);
                case "wrong" -> assertThat(each.result().isErrored()).isTrue();
                default -> assertThat(each.result().isExpired()).isTrue();
            }
        }
        assertThat(client.messages().batches().delete(batch.id()).validate().id())
                .isEqualTo(batch.id());
        assertThat(
                        catchThrowableOfType(
                                NotFoundException.class,
                                () -> client.messages().batches().retrieve(batch.id())))
                .isNotNull();
        client.close();
        if (!direct) {
            assertThat(PersonalData.in(avow.provider().log().lastWith(mark).everything()))
                    .isEmpty();
        }
    }

    @Test
    void batches_listedPageByPage_areAllThere_andOneIsCancelled() {
        AnthropicClient client = client(false);
        MessageBatch running =
                client.messages()
                        .batches()
                        .create(
                                BatchCreateParams.builder()
                                        .addRequest(request("1", "claude/runs", mark))
                                        .build());
        MessageBatch cancelled = client.messages().batches().cancel(running.id()).validate();
        assertThat(cancelled.processingStatus()).isEqualTo(MessageBatch.ProcessingStatus.CANCELING);
        assertThat(client.messages().batches().list().autoPager())
                .anySatisfy(each -> assertThat(each.id()).isEqualTo(running.id()));
        client.close();
    }
}
