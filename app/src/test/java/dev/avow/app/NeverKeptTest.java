package dev.avow.app;

import static dev.avow.app.BatchKeepingTest.ADDRESS;
import static dev.avow.app.BatchKeepingTest.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * B6: under the profile that never stores text nothing is kept by which the answers of a batch, or
 * a file that requests name, could be restored. All ask one Avow.
 */
final class NeverKeptTest {

    private static FakeOpenAi provider;
    private static TempHome home;
    private static AvowHere avow;
    private static String key;

    @BeforeAll
    static void begin() throws Exception {
        provider = FakeOpenAi.start();
        home = TempHome.fresh();
        key = home.newKey("models,admin");
        avow = AvowHere.serve(home.path(), Map.of());
        BatchKeepingTest.addProvider(avow, key, "up", "openai", provider.baseUrl());
        BatchKeepingTest.addProvider(avow, key, "cl", "anthropic", provider.anthropicUrl());
    }

    @AfterAll
    static void end() {
        avow.close();
        home.close();
        provider.close();
    }

    @Test
    void answers_stayMasked() {
        Http.Answer content = BatchKeepingTest.batch(avow, key).run().content("output_file_id");

        assertThat(content.status()).as(content.body()).isEqualTo(200);
        assertThat(content.body()).contains("[EMAIL_1]").doesNotContain(ADDRESS);
    }

    /** B6: whose batch it is finds its answers, and neither names nor values are kept or leave. */
    @Test
    void ids_comeBackWhereNothingIsFoundInThem() {
        Batch batch =
                Batch.of(avow.url() + "/v1", key, Route.CHAT_COMPLETIONS)
                        .saying("order-7.b_2", "up/echo", "first")
                        .saying(ADDRESS, "up/echo", "second")
                        .saying("line-2", "up/echo", "third")
                        .saying("a name with spaces", "up/echo", "fourth")
                        .saying("4111111111111111", "up/echo", "fifth");

        Http.Answer file = batch.upload();
        assertThat(file.json().at("/avow/custom_ids_replaced").asInt(0)).isEqualTo(3);
        ObjectNode answers = batch.run().answers();

        assertThat(answers.propertyNames())
                .containsExactlyInAnyOrder("order-7.b_2", "line-2_", "line-2", "line-4", "line-5");
        assertThat(answers.path("order-7.b_2").at(CONTENT).asString()).isEqualTo("first");
        assertThat(answers.path("line-2_").at(CONTENT).asString()).isEqualTo("second");
        assertThat(answers.path("line-2").at(CONTENT).asString()).isEqualTo("third");
        for (String left : List.of("order-7", ADDRESS, "a name with", "4111111111111111")) {
            assertThat(provider.log().holds(left)).as(left).isFalse();
        }
    }

    @Test
    void ids_ofAnthropicsBatches_comeBackToo() {
        MessageBatch batch =
                MessageBatch.of(avow.url(), key)
                        .saying("my-first-request", "cl/echo", "first")
                        .saying("my-second-request", "cl/echo", "second");

        assertThat(batch.begin().json().has("avow")).isFalse();
        assertThat(batch.get("").status()).isEqualTo(200);

        assertThat(batch.results().propertyNames())
                .containsExactlyInAnyOrder("my-first-request", "my-second-request");
    }

    @Test
    void file_staysMasked() {
        Http.Answer file = BatchKeepingTest.upload(avow, key);

        assertThat(file.json().path("filename").asString()).isEqualTo("file");
        Http.Answer content =
                Http.get(
                        avow.url() + "/v1/files/" + file.json().path("id").asString() + "/content",
                        key);
        assertThat(content.body()).matches("\\[EMAIL_\\d+]");
    }
}
