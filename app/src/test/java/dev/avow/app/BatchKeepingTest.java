package dev.avow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of a batch until its answers are fetched, and of a file that requests name: as the
 * profile says (B6), and no longer.
 */
final class BatchKeepingTest {

    private static final String ADDRESS = "paula@mail.example";
    private static final String CONTENT = "/response/body/choices/0/message/content";

    private final FakeOpenAi provider = FakeOpenAi.start();
    private final TempHome home = TempHome.fresh();

    BatchKeepingTest() throws Exception {}

    @AfterEach
    void end() {
        provider.close();
        home.close();
    }

    private static Batch batch(AvowProcess avow, String key) {
        return Batch.of(avow.url() + "/v1", key, Route.CHAT_COMPLETIONS)
                .saying("for " + ADDRESS, "up/echo", "to " + ADDRESS);
    }

    private void addProvider(AvowProcess avow, String adminKey) {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/provider-keys",
                        adminKey,
                        """
                        {"name": "up", "kind": "openai", "base_url": "%s", "key": "%s"}
                        """
                                .formatted(provider.baseUrl(), FakeOpenAi.KEY));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    @Test
    void answers_underTheProfileThatNeverStoresText_stayMasked() {
        String key = home.newKey("models,admin");
        try (AvowProcess avow = AvowProcess.serve(home.path(), Map.of())) {
            addProvider(avow, key);

            Http.Answer content = batch(avow, key).run().content("output_file_id");

            assertThat(content.status()).as(content.body()).isEqualTo(200);
            assertThat(content.body()).contains("[EMAIL_1]").doesNotContain(ADDRESS);
        }
    }

    /** B6: whose batch it is finds its answers, and neither names nor values are kept or leave. */
    @Test
    void ids_underTheProfileThatNeverStoresText_comeBackWhereNothingIsFoundInThem() {
        String key = home.newKey("models,admin");
        try (AvowProcess avow = AvowProcess.serve(home.path(), Map.of())) {
            addProvider(avow, key);
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
                    .containsExactlyInAnyOrder(
                            "order-7.b_2", "line-2_", "line-2", "line-4", "line-5");
            assertThat(answers.path("order-7.b_2").at(CONTENT).asString()).isEqualTo("first");
            assertThat(answers.path("line-2_").at(CONTENT).asString()).isEqualTo("second");
            assertThat(answers.path("line-2").at(CONTENT).asString()).isEqualTo("third");
            for (String left : List.of("order-7", ADDRESS, "a name with", "4111111111111111")) {
                assertThat(provider.log().holds(left)).as(left).isFalse();
            }
        }
    }

    @Test
    void ids_ofAnthropicsBatches_comeBackToo() {
        String key = home.newKey("models,admin");
        try (AvowProcess avow = AvowProcess.serve(home.path(), Map.of())) {
            Http.Answer made =
                    Http.post(
                            avow.url() + "/api/v1/provider-keys",
                            key,
                            """
                            {"name": "cl", "kind": "anthropic", "base_url": "%s", "key": "%s"}
                            """
                                    .formatted(provider.anthropicUrl(), FakeOpenAi.KEY));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            MessageBatch batch =
                    MessageBatch.of(avow.url(), key)
                            .saying("my-first-request", "cl/echo", "first")
                            .saying("my-second-request", "cl/echo", "second");

            assertThat(batch.begin().json().has("avow")).isFalse();
            assertThat(batch.get("").status()).isEqualTo(200);

            assertThat(batch.results().propertyNames())
                    .containsExactlyInAnyOrder("my-first-request", "my-second-request");
        }
    }

    private Http.Answer upload(AvowProcess avow, String key) {
        return new Form()
                .field("purpose", "user_data")
                .field("model", "up/echo")
                .file("file", "for " + ADDRESS + ".txt", "text/plain", ADDRESS.getBytes(UTF_8))
                .post(avow.url() + "/v1/files", key);
    }

    @Test
    void file_underTheProfileThatNeverStoresText_staysMasked() {
        String key = home.newKey("models,admin");
        try (AvowProcess avow = AvowProcess.serve(home.path(), Map.of())) {
            addProvider(avow, key);

            Http.Answer file = upload(avow, key);

            assertThat(file.json().path("filename").asString()).isEqualTo("file");
            Http.Answer content =
                    Http.get(
                            avow.url()
                                    + "/v1/files/"
                                    + file.json().path("id").asString()
                                    + "/content",
                            key);
            assertThat(content.body()).matches("\\[EMAIL_\\d+]");
        }
    }

    @Test
    void file_fetchedAfterARestart_isRestored_andGoesWithThePerson() {
        Map<String, String> kept = Map.of("AVOW_BATCH_RETENTION", "30");
        String admin = home.newKey("admin");
        String own = home.newKeysOf("models", List.of("rosalind@example.org")).getFirst();
        String id;
        try (AvowProcess avow = AvowProcess.serve(home.path(), kept)) {
            addProvider(avow, admin);
            id = upload(avow, own).json().path("id").asString();
            avow.kill();
        }
        try (AvowProcess avow = AvowProcess.serve(home.path(), kept)) {
            assertThat(Http.get(avow.url() + "/v1/files/" + id + "/content", own).body())
                    .isEqualTo(ADDRESS);
            assertThat(Http.delete(avow.url() + "/api/v1/users/me", own).status()).isEqualTo(200);
        }
        assertThat(rows("provider_files")).isZero();
    }

    @Test
    void batch_fetchedAfterARestart_isRestored_andGoesWithThePerson() {
        Map<String, String> kept = Map.of("AVOW_BATCH_RETENTION", "30");
        String admin = home.newKey("admin");
        String own = home.newKeysOf("models", List.of("rosalind@example.org")).getFirst();
        String output;
        try (AvowProcess avow = AvowProcess.serve(home.path(), kept)) {
            addProvider(avow, admin);
            output = batch(avow, own).run().shown().path("output_file_id").stringValue();
            avow.kill();
        }
        try (AvowProcess avow = AvowProcess.serve(home.path(), kept)) {
            Http.Answer content = Http.get(avow.url() + "/v1/files/" + output + "/content", own);
            assertThat(Batch.byId(content).path("for " + ADDRESS).at(CONTENT).asString())
                    .isEqualTo("to " + ADDRESS);

            Http.Answer erased = Http.delete(avow.url() + "/api/v1/users/me", own);
            assertThat(erased.json().path("state").asString()).isEqualTo("complete");
        }
        assertThat(rows("provider_files")).isZero();
        assertThat(rows("provider_batches")).isZero();
    }

    private int rows(String table) {
        try (Storage storage = Storage.forCommand(home.settings())) {
            return storage.tenancy()
                    .within(
                            TenantId.DEFAULT,
                            handle ->
                                    handle.createQuery("SELECT count(*) FROM " + table)
                                            .mapTo(Integer.class)
                                            .one());
        }
    }
}
