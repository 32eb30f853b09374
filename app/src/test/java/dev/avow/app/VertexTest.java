package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * B1, B8: Anthropic's models at Vertex AI; what holds for Google's there is {@link
 * ProviderContractTest}'s.
 */
@ExtendWith(EndToEnd.class)
final class VertexTest {

    private static final String ADDRESS = "hanna@mail.example";

    private final Installation avow;

    VertexTest(Installation avow) {
        this.avow = avow;
    }

    private Http.Answer ask(String route, String model, String more) {
        return Http.post(
                avow.url() + route,
                avow.modelsKey(),
                "{\"model\":\"as-vertex/%s\",\"max_tokens\":99,\"messages\":[{\"role\":\"user\",\"content\":\"Mail %s\"}]%s}"
                        .formatted(model, ADDRESS, more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/v1/chat/completions"})
    void claude_byEitherApi_isAskedMaskedAndAnswersRestored(String route) {
        for (String more : new String[] {"", ",\"stream\":true"}) {
            Http.Answer answer = ask(route, "claude-echo", more);

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body().replaceAll("[^a-z@.]", "")).doesNotContain("EMAIL");
            if (more.isEmpty()) {
                assertThat(answer.body()).contains(ADDRESS);
            }
        }
        FakeLog.Entry asked = avow.provider().log().lastWith("vertex-2023-10-16");
        assertThat(asked.everything())
                .contains(
                        FakeVertex.PLACE
                                + "/publishers/anthropic/models/claude-echo:streamRawPredict");
        assertThat(asked.body()).contains("[EMAIL_1]").doesNotContain(ADDRESS, "\"model\"");
    }

    /** By {@code predict}, {@code embedContent} and {@code batchEmbedContents}. */
    @ParameterizedTest
    @CsvSource({
        "text-embedding-005, 1, predict",
        "text-embedding-005, 2, predict",
        "gemini-embedding-001, 1, embedContent",
        "gemini-embedding-001, 2, batchEmbedContents"
    })
    void embeddings_ofEitherKindOfModel_areMaskedAndComeInOrder(
            String model, int texts, String operation) {
        String input = texts == 1 ? "[\"Mail %s\"]" : "[\"Mail %s\",\"two\"]";
        Http.Answer answer =
                Http.post(
                        avow.url() + "/v1/embeddings",
                        avow.modelsKey(),
                        "{\"model\":\"as-vertex/%s\",\"dimensions\":2,\"input\":%s}"
                                .formatted(model, input.formatted(ADDRESS)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("data").size()).isEqualTo(texts);
        assertThat(answer.json().at("/data/0/embedding/1").asInt())
                .isEqualTo("Mail [EMAIL_1]".length());
        assertThat(answer.json().at("/usage/prompt_tokens").asInt()).isEqualTo(11);
        FakeLog.Entry asked = avow.provider().log().lastWith("Mail [EMAIL_1]");
        assertThat(asked.everything())
                .contains(FakeVertex.PLACE + "/publishers/google/models/" + model + ":" + operation)
                .contains("\"outputDimensionality\":2")
                .doesNotContain(ADDRESS);
    }

    @Test
    void models_ofBothPublishers_areListedWhereTheyCanBeAsked() {
        String models = Http.get(avow.url() + "/v1/models", avow.modelsKey()).body();

        assertThat(models)
                .contains(
                        "as-vertex/gemini-echo",
                        "as-vertex/text-embedding-005",
                        "as-vertex/claude-echo")
                .doesNotContain("imagen");
    }

    @Test
    void claude_thatRefusesOrBreaksOff_isToldWithoutItsWords() {
        Http.Answer refused = ask("/v1/messages", "claude-error-400", "");
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"type\":\"error\"");

        Http.Answer broken = ask("/v1/messages", "claude-overloaded", ",\"stream\":true");
        assertThat(broken.body()).contains("provider_broke_off").doesNotContain("message_stop");
    }

    @Test
    void key_ofAServiceAccount_isNeverSentAndItsTokenIs() {
        Http.Answer answer = ask("/v1/messages", "claude-echo", "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);

        for (FakeLog.Entry entry : avow.provider().log().entries()) {
            assertThat(entry.everything()).doesNotContain("PRIVATE KEY", "private_key");
        }
    }
}
