package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P5: who restricts the processing of their data is asked no model for, on any route. */
@ExtendWith(EndToEnd.class)
final class RestrictionTest {

    private final Installation avow;

    RestrictionTest(Installation avow) {
        this.avow = avow;
    }

    private String newPersonsKey() {
        return newPersonsKey("rita");
    }

    private String newPersonsKey(String name) {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/api-keys",
                        avow.adminKey(),
                        """
                        {"name":"restricted","scopes":["models"],"user_email":"%s@example.org"}
                        """
                                .formatted(name));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("key").asString();
    }

    @Test
    void model_askedByARestrictedPerson_isRefusedUntilLifted() {
        String rita = newPersonsKey();
        String restriction = avow.url() + "/api/v1/users/me/restriction";
        assertThat(ask(Route.CHAT_COMPLETIONS, rita).status()).isEqualTo(200);

        assertThat(Http.put(restriction, rita, "{\"restricted\":true}").status()).isEqualTo(200);
        for (Route route : EnumSet.of(Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.MESSAGES)) {
            Http.Answer refused = ask(route, rita);
            assertThat(refused.status()).as("%s", route).isEqualTo(403);
            assertThat(refused.body()).contains("processing_restricted");
        }
        assertThat(Http.get(avow.url() + "/api/v1/users/me/data-export", rita).status())
                .isEqualTo(200);

        assertThat(Http.put(restriction, rita, "{\"restricted\":false}").status()).isEqualTo(200);
        assertThat(ask(Route.CHAT_COMPLETIONS, rita).status()).isEqualTo(200);
    }

    @Test
    void model_askedAfterConsentWasWithdrawn_isRefusedUntilGivenAgain() {
        String rita = newPersonsKey();
        String consents = avow.url() + "/api/v1/users/me/consents";
        String given =
                "{\"purpose\":\"model_processing\",\"action\":\"given\",\"text_version\":\"1\"}";
        assertThat(Http.post(consents, rita, given).status()).isEqualTo(201);
        assertThat(ask(Route.CHAT_COMPLETIONS, rita).status()).isEqualTo(200);

        String withdrawn = "{\"purpose\":\"model_processing\",\"action\":\"withdrawn\"}";
        assertThat(Http.post(consents, rita, withdrawn).status()).isEqualTo(201);
        assertThat(ask(Route.CHAT_COMPLETIONS, rita).status()).isEqualTo(403);

        assertThat(Http.post(consents, rita, given).status()).isEqualTo(201);
        assertThat(ask(Route.CHAT_COMPLETIONS, rita).status()).isEqualTo(200);
    }

    /** GDPR Art. 18: keeping goes on, and to end it is the person's own. */
    @Test
    void filesAndBatches_ofARestrictedPerson_areSeenAndDeletedAndNotRead() {
        String rita = newPersonsKey("ruth");
        String files = avow.baseUrl() + "/files";
        Batch batch =
                Batch.of(avow, rita, Route.CHAT_COMPLETIONS)
                        .saying("one", "fake/echo", "hello")
                        .run();
        MessageBatch messages =
                MessageBatch.of(avow.url(), rita).saying("one", "claude/echo", "hello").run();
        String restriction = avow.url() + "/api/v1/users/me/restriction";
        assertThat(Http.put(restriction, rita, "{\"restricted\":true}").status()).isEqualTo(200);

        for (Http.Answer refused :
                new Http.Answer[] {
                    Batch.of(avow, rita, Route.CHAT_COMPLETIONS)
                            .saying("two", "fake/echo", "hello")
                            .upload(),
                    batch.begin(""),
                    batch.content("output_file_id"),
                    messages.begin(),
                    messages.get("/results"),
                    Http.post(avow.baseUrl() + "/uploads", rita, "{}")
                }) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.body()).contains("processing_restricted");
        }
        for (String seen :
                new String[] {
                    files,
                    files + "/" + batch.fileId(),
                    avow.baseUrl() + "/batches",
                    avow.baseUrl() + "/messages/batches"
                }) {
            assertThat(Http.get(seen, rita).status()).as(seen).isEqualTo(200);
        }
        assertThat(messages.get("").status()).isEqualTo(200);
        String cancel =
                avow.baseUrl() + "/batches/" + batch.shown().path("id").asString() + "/cancel";
        assertThat(Http.post(cancel, rita, "").body()).doesNotContain("processing_restricted");
        assertThat(messages.cancel().body()).doesNotContain("processing_restricted");
        assertThat(messages.delete().status()).isEqualTo(200);
        assertThat(Http.delete(files + "/" + batch.fileId(), rita).status()).isEqualTo(200);
        assertThat(Http.get(files + "/" + batch.fileId(), rita).status()).isEqualTo(404);
    }

    private Http.Answer ask(Route route, String key) {
        return Http.post(
                avow.url() + "/v1" + route.path(),
                key,
                RouteBodies.saying(route, false, "as-groq/parrot-x", "hello"));
    }
}
