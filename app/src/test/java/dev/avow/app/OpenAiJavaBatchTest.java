package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.core.MultipartField;
import com.openai.core.http.HttpResponse;
import com.openai.errors.NotFoundException;
import com.openai.models.batches.Batch;
import com.openai.models.batches.BatchCreateParams;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FileObject;
import com.openai.models.files.FilePurpose;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputFile;
import com.openai.models.responses.ResponseInputItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and batches by OpenAI's own client for Java, with nothing changed but base URL and key. */
@ExtendWith(EndToEnd.class)
final class OpenAiJavaBatchTest {

    private final Installation avow;
    private final String mark = "mark" + UUID.randomUUID().toString().replaceAll("[0-9-]", "");

    OpenAiJavaBatchTest(Installation avow) {
        this.avow = avow;
    }

    /** The fake provider too: what it says must be what the client reads. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void batch_ofResponses_neverLeavesAndComesBack(boolean direct) throws IOException {
        String value = direct ? "hello" : PersonalData.EVERYTHING;
        OpenAIClient client =
                direct
                        ? Clients.of(avow.provider().baseUrl(), FakeOpenAi.KEY)
                        : Clients.of(avow.baseUrl(), avow.modelsKey());
        FileObject file =
                client.files()
                        .create(
                                params(
                                        "batch.jsonl",
                                        line(direct ? "echo" : "fake/echo", mark + " " + value),
                                        FilePurpose.BATCH))
                        .validate();
        Batch batch =
                client.batches()
                        .create(
                                BatchCreateParams.builder()
                                        .inputFileId(file.id())
                                        .endpoint(BatchCreateParams.Endpoint.V1_RESPONSES)
                                        .completionWindow(BatchCreateParams.CompletionWindow._24H)
                                        .build())
                        .validate();
        assertThat(batch.status()).isEqualTo(Batch.Status.VALIDATING);
        Batch done = client.batches().retrieve(batch.id()).validate();
        assertThat(done.status()).isEqualTo(Batch.Status.COMPLETED);
        String answer;
        try (HttpResponse content = client.files().content(done.outputFileId().orElseThrow());
                InputStream body = content.body()) {
            answer = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(answer).contains("\"mine\"").contains(mark + " " + value);
        assertThat(client.files().delete(file.id()).deleted()).isTrue();
        client.close();
        if (!direct) {
            assertThat(PersonalData.in(avow.provider().log().lastWith(mark).everything()))
                    .isEmpty();
        }
    }

    /** Likewise. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void file_namedByARequest_neverLeavesAndComesBack(boolean direct) {
        OpenAIClient client =
                direct
                        ? Clients.of(avow.provider().baseUrl(), FakeOpenAi.KEY)
                        : Clients.of(avow.baseUrl(), avow.modelsKey());
        String value = mark + " " + (direct ? "hello" : PersonalData.EVERYTHING);
        FileObject file =
                client.files().create(params("letter.md", value, FilePurpose.USER_DATA)).validate();
        ResponseInputItem message =
                ResponseInputItem.ofMessage(
                        ResponseInputItem.Message.builder()
                                .role(ResponseInputItem.Message.Role.USER)
                                .addContent(ResponseInputFile.builder().fileId(file.id()).build())
                                .build());
        Response answer =
                client.responses()
                        .create(
                                ResponseCreateParams.builder()
                                        .model(direct ? "parrot-x" : "fake/parrot-x")
                                        .inputOfResponse(List.of(message))
                                        .build());
        client.close();
        String said =
                answer.output().getFirst().asMessage().content().getFirst().asOutputText().text();
        assertThat(said).contains(mark);
        if (!direct) {
            assertThat(PersonalData.in(said)).isEqualTo(PersonalData.VALUES.keySet());
            assertThat(PersonalData.in(avow.provider().log().lastWith(mark).everything()))
                    .isEmpty();
        }
    }

    @Test
    void file_thatIsNotThere_isNotFound() {
        OpenAIClient client = Clients.of(avow.baseUrl(), avow.modelsKey());
        assertThat(
                        catchThrowableOfType(
                                NotFoundException.class, () -> client.files().retrieve("file-x")))
                .isNotNull();
        client.close();
    }

    private static String line(String model, String input) {
        return """
        {"custom_id":"mine","method":"POST","url":"/v1/responses","body":{"model":"%s","input":"%s"}}
        """
                .formatted(model, input);
    }

    private static FileCreateParams params(String name, String lines, FilePurpose purpose) {
        return FileCreateParams.builder()
                .purpose(purpose)
                .file(
                        MultipartField.<InputStream>builder()
                                .value(
                                        new ByteArrayInputStream(
                                                lines.getBytes(StandardCharsets.UTF_8)))
                                .filename(name)
                                .build())
                .build();
    }
}
