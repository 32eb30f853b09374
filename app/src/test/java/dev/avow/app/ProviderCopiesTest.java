package dev.avow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P3 and R1 beyond the house: what a provider keeps goes with what is kept here. */
final class ProviderCopiesTest {

    private static final Map<String, String> KEPT = Map.of("AVOW_BATCH_RETENTION", "30");

    private final FakeOpenAi provider = FakeOpenAi.start();
    private final TempHome home = TempHome.fresh();

    ProviderCopiesTest() throws Exception {}

    @AfterEach
    void end() {
        provider.close();
        home.close();
    }

    private static void provide(Avow avow, String key, String kind, String url) {
        Http.Answer answer =
                Http.post(
                        avow.url() + "/api/v1/provider-keys",
                        key,
                        """
                        {"name": "up", "kind": "%s", "base_url": "%s", "key": "%s"}
                        """
                                .formatted(kind, url, FakeOpenAi.KEY));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static String upload(Avow avow, String key, String text) {
        Http.Answer answer =
                new Form()
                        .field("purpose", "user_data")
                        .field("model", "up/echo")
                        .file("file", "a.txt", "text/plain", text.getBytes(UTF_8))
                        .post(avow.url() + "/v1/files", key);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("id").stringValue();
    }

    private String receipt(Avow avow, String key) {
        return Http.get(avow.url() + "/api/v1/erasures", key)
                .json()
                .at("/items/0/stores")
                .toString();
    }

    /**
     * R1, P3: a file that was deleted while the provider said nothing of the kind, one whose time
     * is over, one that the provider lost, an erased person's, and what their batch brought unseen.
     */
    @Test
    void copies_ofWhatIsDeletedExpiredOrErased_goAfterARestartThoughTheProviderWasDown() {
        String admin = home.newKey("models,admin");
        String own = home.newKeysOf("models", List.of("rosalind@example.org")).getFirst();
        try (AvowProcess avow = AvowProcess.serve(home.path(), KEPT)) {
            provide(avow, admin, "openai", provider.baseUrl());
            upload(avow, admin, "expires");
            upload(avow, own, "lost");
            String deleted = upload(avow, admin, "deleted");
            Batch batch =
                    Batch.of(avow.url() + "/v1", own, Route.CHAT_COMPLETIONS)
                            .saying("1", "up/echo", "of a batch");
            assertThat(batch.upload().status()).isEqualTo(200);
            assertThat(batch.begin("").status()).isEqualTo(200);
            assertThat(provider.files().held()).isEqualTo(4);

            provider.files().refuseDeletion(200);
            Http.Answer gone = Http.delete(avow.url() + "/v1/files/" + deleted, admin);
            assertThat(gone.body()).contains("\"deleted\":true");
            provider.files().refuseDeletion(404);
            Http.Answer erased = Http.delete(avow.url() + "/api/v1/users/me", own);
            assertThat(erased.json().path("state").asString()).isEqualTo("complete");
            Eventually.holds("the batch was asked", () -> provider.files().held() == 5);
            assertThat(receipt(avow, admin)).contains("\"action\":\"asked\"");
            avow.kill();
        }
        expire();
        provider.files().loseAllBut("e");
        provider.files().refuseDeletion(0);
        try (AvowHere avow = AvowHere.serve(home.path(), KEPT)) {
            Eventually.holds("the provider keeps nothing", () -> provider.files().held() == 0);
            Eventually.holds("nothing is open", () -> !receipt(avow, admin).contains("\"asked\""));
            assertThat(receipt(avow, admin))
                    .contains("\"store\":\"files at 127.0.0.1")
                    .contains("\"action\":\"erased\",\"rows\":2,\"detail\":\"deleted at ")
                    .contains("\"action\":\"erased\",\"rows\":1,\"detail\":\"not there any more");
        }
        assertThat(rows("SELECT count(*) FROM provider_deletions WHERE erasure_id IS NULL"))
                .isZero();
    }

    /** P3: a message batch holds requests and answers itself, and goes with its owner. */
    @Test
    void messageBatch_ofAnErasedPerson_isDeletedAtTheProvider() {
        String admin = home.newKey("models,admin");
        String own = home.newKeysOf("models", List.of("rosalind@example.org")).getFirst();
        try (AvowHere avow = AvowHere.serve(home.path(), KEPT)) {
            provide(avow, admin, "anthropic", provider.anthropicUrl());
            MessageBatch batch =
                    MessageBatch.of(avow.url(), own).saying("1", "up/echo", "of a batch");
            assertThat(batch.begin().status()).isEqualTo(200);
            assertThat(provider.messageBatches().held()).isEqualTo(1);

            Http.Answer erased = Http.delete(avow.url() + "/api/v1/users/me", own);
            assertThat(erased.json().path("state").asString()).isEqualTo("complete");
            Eventually.holds(
                    "the provider keeps nothing", () -> provider.messageBatches().held() == 0);
            Eventually.holds("it is told", () -> receipt(avow, admin).contains("\"deleted at "));
            assertThat(receipt(avow, admin)).contains("\"store\":\"batches at 127.0.0.1");
        }
    }

    private void expire() {
        assertThat(
                        rows(
                                """
                                WITH expired AS (UPDATE provider_files SET expires_at = now()
                                    RETURNING 1)
                                SELECT count(*) FROM expired
                                """))
                .isEqualTo(1);
    }

    private int rows(String sql) {
        try (Storage storage = Storage.forCommand(home.settings())) {
            return storage.tenancy()
                    .within(
                            TenantId.DEFAULT,
                            handle -> handle.createQuery(sql).mapTo(Integer.class).one());
        }
    }
}
