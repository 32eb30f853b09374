package dev.avow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * B6: what a profile keeps of a batch until its answers are fetched, and of a file that requests
 * name, and no longer. Of one that never stores text {@link NeverKeptTest} tells.
 */
final class BatchKeepingTest {

    static final String ADDRESS = "paula@mail.example";
    static final String CONTENT = "/response/body/choices/0/message/content";

    private final FakeOpenAi provider = FakeOpenAi.start();
    private final TempHome home = TempHome.fresh();

    BatchKeepingTest() throws Exception {}

    @AfterEach
    void end() {
        provider.close();
        home.close();
    }

    static Batch batch(Avow avow, String key) {
        return Batch.of(avow.url() + "/v1", key, Route.CHAT_COMPLETIONS)
                .saying("for " + ADDRESS, "up/echo", "to " + ADDRESS);
    }

    static void addProvider(Avow avow, String adminKey, String name, String kind, String url) {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/provider-keys",
                        adminKey,
                        """
                        {"name": "%s", "kind": "%s", "base_url": "%s", "key": "%s"}
                        """
                                .formatted(name, kind, url, FakeOpenAi.KEY));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    static Http.Answer upload(Avow avow, String key) {
        return new Form()
                .field("purpose", "user_data")
                .field("model", "up/echo")
                .file("file", "for " + ADDRESS + ".txt", "text/plain", ADDRESS.getBytes(UTF_8))
                .post(avow.url() + "/v1/files", key);
    }

    @Test
    void file_fetchedAfterARestart_isRestored_andGoesWithThePerson() {
        Map<String, String> kept = Map.of("AVOW_BATCH_RETENTION", "30");
        String admin = home.newKey("admin");
        String own = home.newKeysOf("models", List.of("rosalind@example.org")).getFirst();
        String id;
        try (AvowProcess avow = AvowProcess.serve(home.path(), kept)) {
            addProvider(avow, admin, "up", "openai", provider.baseUrl());
            id = upload(avow, own).json().path("id").asString();
            avow.kill();
        }
        try (AvowHere avow = AvowHere.serve(home.path(), kept)) {
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
            addProvider(avow, admin, "up", "openai", provider.baseUrl());
            output = batch(avow, own).run().shown().path("output_file_id").stringValue();
            avow.kill();
        }
        try (AvowHere avow = AvowHere.serve(home.path(), kept)) {
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
