package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a key may not do is refused on every route, in the shape of the API that was called. */
@ExtendWith(EndToEnd.class)
final class KeyLimitsEndToEndTest {

    private static final String CHAT =
            """
            {"model":"%s","max_tokens":5,"messages":[{"role":"user","content":"Hello"}]}
            """;

    private static JsonNode key(Installation avow, String limits) {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/api-keys",
                        avow.adminKey(),
                        "{\"name\":\"limited\"," + limits + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private static Http.Answer chat(Installation avow, JsonNode key, String model) {
        return Http.post(
                avow.baseUrl() + "/chat/completions",
                key.path("key").asString(),
                CHAT.formatted(model));
    }

    private static Http.Answer messages(Installation avow, JsonNode key, String model) {
        return Http.post(
                avow.baseUrl() + "/messages", key.path("key").asString(), CHAT.formatted(model));
    }

    @Test
    void model_notOfTheKey_isRefusedInBothShapesAndNotListed(Installation avow) {
        JsonNode key = key(avow, "\"models\":[\"avow/*\"]");

        assertThat(chat(avow, key, "avow/mirror").status()).isEqualTo(200);
        Http.Answer openAi = chat(avow, key, "fake/echo");
        assertThat(openAi.status()).isEqualTo(403);
        assertThat(openAi.json().at("/error/code").asString()).isEqualTo("model_not_allowed");
        assertThat(openAi.json().at("/error/param").asString()).isEqualTo("model");
        Http.Answer anthropic = messages(avow, key, "claude/echo");
        assertThat(anthropic.status()).isEqualTo(403);
        assertThat(anthropic.json().at("/error/type").asString()).isEqualTo("permission_error");
        Http.Answer models = Http.get(avow.baseUrl() + "/models", key.path("key").asString());
        assertThat(models.json().path("data")).hasSize(1);
    }

    @Test
    void rate_usedUp_isRefusedInBothShapesWithRetryAfter(Installation avow) {
        JsonNode key = key(avow, "\"requests_per_minute\":2");
        assertThat(chat(avow, key, "avow/mirror").status()).isEqualTo(200);
        assertThat(chat(avow, key, "avow/mirror").status()).isEqualTo(200);

        Http.Answer openAi = chat(avow, key, "avow/mirror");
        assertThat(openAi.status()).isEqualTo(429);
        assertThat(openAi.json().at("/error/code").asString()).isEqualTo("rate_limit_exceeded");
        assertThat(openAi.json().at("/error/type").asString()).isEqualTo("rate_limit_error");
        assertThat(Integer.parseInt(openAi.header("Retry-After"))).isBetween(1, 61);
        Http.Answer anthropic = messages(avow, key, "avow/mirror");
        assertThat(anthropic.status()).isEqualTo(429);
        assertThat(anthropic.json().at("/error/type").asString()).isEqualTo("rate_limit_error");
        assertThat(anthropic.header("Retry-After")).isNotEmpty();
    }

    @Test
    void budget_ofAKey_holdsOnEveryRouteAndIsGivenBackByWhatFails(Installation avow) {
        JsonNode key = key(avow, "\"scopes\":[\"models\",\"admin\"]");
        Http.Answer budget =
                Http.post(
                        avow.url() + "/api/v1/budgets",
                        avow.adminKey(),
                        "{\"level\":\"api_key\",\"period\":\"day\",\"tokens\":60,\"subject_id\":"
                                + key.path("id")
                                + "}");
        assertThat(budget.status()).as(budget.body()).isEqualTo(201);
        String standing = avow.url() + "/api/v1/budgets/" + budget.json().path("id").asString();

        // Nobody is there, and nothing is spent on that, however often.
        for (int i = 0; i < 5; i++) {
            assertThat(chat(avow, key, "down/m").status()).isEqualTo(502);
        }
        assertThat(Http.get(standing, avow.adminKey()).json().path("tokens_used").asInt()).isZero();
        Http.Answer openAi = chat(avow, key, "avow/mirror");
        for (int i = 0; i < 30 && openAi.status() == 200; i++) {
            openAi = chat(avow, key, "avow/mirror");
        }
        assertThat(openAi.status()).isEqualTo(429);
        assertThat(openAi.json().at("/error/code").asString()).isEqualTo("budget_exceeded");
        assertThat(openAi.header("x-should-retry")).isEqualTo("false");
        assertThat(openAi.header("Avow-Interaction")).as("none was recorded").isEmpty();
        assertThat(messages(avow, key, "avow/mirror").status()).isEqualTo(429);
        assertThat(
                        Http.post(
                                        avow.baseUrl() + "/responses",
                                        key.path("key").asString(),
                                        "{\"model\":\"avow/mirror\",\"input\":\"Hello, all of"
                                                + " you\",\"max_output_tokens\":60}")
                                .status())
                .isEqualTo(429);
        assertThat(Http.get(standing, avow.adminKey()).json().path("tokens_used").asInt())
                .isBetween(1, 60);
        assertThat(
                        Http.post(
                                        avow.baseUrl() + "/messages/count_tokens",
                                        key.path("key").asString(),
                                        CHAT.formatted("avow/mirror"))
                                .status())
                .as("it costs nothing")
                .isEqualTo(200);
    }
}
