package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** T5, seen from the traffic: what an incident at a provider concerns is what it received. */
@ExtendWith(EndToEnd.class)
final class IncidentEndToEndTest {

    private final Installation avow;

    IncidentEndToEndTest(Installation avow) {
        this.avow = avow;
    }

    private JsonNode newKey() {
        return Http.post(
                        avow.url() + "/api/v1/api-keys",
                        avow.adminKey(),
                        "{\"name\":\"incident\",\"scopes\":[\"models\"]}")
                .json();
    }

    private int ask(String key, String model) {
        return Http.post(
                        avow.url() + "/v1/chat/completions",
                        key,
                        HttpRequest.BodyPublishers.ofString(
                                RouteBodies.saying(
                                        Route.CHAT_COMPLETIONS,
                                        false,
                                        model,
                                        "write to mina.distel@example.org")))
                .status();
    }

    /** Of one key, since other tests ask the same providers meanwhile. */
    private JsonNode assessed(Instant from, String provider, String keyId) {
        String incidents = avow.url() + "/api/v1/incidents";
        String opened =
                Http.post(
                                incidents,
                                avow.adminKey(),
                                """
                                {"title": "t", "aware_at": "%s", "from": "%s", "providers": ["%s"],
                                 "api_key_ids": ["%s"]}
                                """
                                        .formatted(from, from, provider, keyId))
                        .json()
                        .path("id")
                        .asString();
        Http.Answer answer = Http.post(incidents + "/" + opened + "/assess", avow.adminKey(), "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("assessment");
    }

    @Test
    void assess_requestThatLeftMasked_isCountedForWhoReceivedItAlone() {
        Instant from = Instant.now();
        JsonNode made = newKey();
        String id = made.path("id").asString();
        String key = made.path("key").asString();
        assertThat(ask(key, "as-groq/parrot-x")).isEqualTo(200);
        assertThat(ask(key, "fake/blocked")).isEqualTo(403);

        JsonNode groq = assessed(from, "as-groq", id);
        assertThat(groq.path("interactions").asLong()).isEqualTo(1);
        assertThat(groq.path("interactions_without_account").asLong()).isEqualTo(1);
        assertThat(groq.at("/findings/0/type").asString()).isEqualTo("email");
        assertThat(groq.at("/findings/0/left_masked").asLong()).isEqualTo(1);
        assertThat(groq.at("/findings/0/left_unmasked").asLong()).isZero();
        assertThat(groq.at("/recipients/0/host").asString()).isEqualTo("127.0.0.1");
        assertThat(assessed(from, "fake", id).path("interactions").asLong()).isZero();
    }
}
