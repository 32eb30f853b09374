package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.engines.completions.FakeModel;
import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** B4: what a text is about counts for policies, is recorded, and is never masked. */
final class TopicsTest {

    private static final String CONTRACT =
            "The Supplier's liability under this Agreement is limited to the fees paid. Either"
                    + " party may terminate this Agreement upon thirty days' written notice.";
    private static final String RECIPE =
            "Whisk three eggs with milk and flour, let the batter rest and fry thin pancakes in"
                    + " butter. How much sugar do I need for four people?";

    private static final String NO_CONTRACTS =
            """
            {"name": "No contracts", "enabled": true, "priority": 1, "action": "Block",
             "conditions": {"finding_types": ["contract"]}}
            """;

    @Test
    void chat_policyOnContracts_blocksAContractAndNoRecipe() {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("models,admin");
            try (AvowHere avow =
                    AvowHere.serve(
                            home.path(),
                            Map.of(
                                    "AVOW_CLASSIFICATION_TIER3_ENABLED", "true",
                                    "AVOW_CLASSIFICATION_TIER3_BUDGET_MS", "20000"))) {
                assertThat(avow.out()).contains("(tier 3)");
                Http.Answer before = chat(avow, key, CONTRACT);
                assertThat(before.status()).as(before.body()).isEqualTo(200);
                assertThat(before.json().at("/avow/text").asString()).isEqualTo(CONTRACT);

                Http.Answer made =
                        Http.post(
                                avow.url() + "/api/v1/policies",
                                key,
                                HttpRequest.BodyPublishers.ofString(NO_CONTRACTS));
                assertThat(made.status()).as(made.body()).isEqualTo(201);

                Http.Answer blocked = chat(avow, key, CONTRACT);
                assertThat(blocked.status()).as(blocked.body()).isEqualTo(403);
                assertThat(blocked.json().at("/error/code").asString()).isEqualTo("policy_blocked");
                assertThat(chat(avow, key, RECIPE).status()).isEqualTo(200);

                JsonNode recorded = recorded(avow, key, 1);
                assertThat(recorded.at("/classifications/0/type").asString()).isEqualTo("contract");
                assertThat(recorded.at("/classifications/0/tier").asInt()).isEqualTo(3);
                assertThat(recorded.at("/classifications/0/confidence").asDouble())
                        .isBetween(0.3, 1.0);
                assertThat(recorded.path("policy_action").asString()).isEqualTo("Block");
                assertThat(recorded(avow, key, 0).path("classifications")).isEmpty();
            }
        }
    }

    /** B4: what was not wholly looked at is not let through. */
    @Test
    void chat_noTimeForTopics_isRefused() {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("models,admin");
            try (AvowHere avow =
                    AvowHere.serve(
                            home.path(),
                            Map.of(
                                    "AVOW_CLASSIFICATION_TIER3_ENABLED", "true",
                                    "AVOW_CLASSIFICATION_TIER3_BUDGET_MS", "1"))) {
                Http.Answer refused = chat(avow, key, (RECIPE + CONTRACT).repeat(2_000));

                assertThat(refused.status()).as(refused.body()).isEqualTo(503);
                assertThat(refused.json().at("/error/code").asString())
                        .isEqualTo("classification_incomplete");
            }
        }
    }

    @Test
    void chat_modelOfOnesOwn_tellsWhatTheTextIsAbout() throws IOException {
        try (TempHome home = TempHome.fresh();
                FakeModel model = new FakeModel()) {
            model.says(
                    "{\\\"topics\\\":[{\\\"topic\\\":\\\"intellectual_property\\\",\\\"confidence\\\":0.9}]}");
            String key = home.newKey("models,admin");
            try (AvowHere avow =
                    AvowHere.serve(
                            home.path(),
                            Map.of(
                                    "AVOW_CLASSIFICATION_TIER3_ENABLED", "true",
                                    "AVOW_CLASSIFICATION_TIER3_URL", model.url().toString(),
                                    "AVOW_CLASSIFICATION_TIER3_MODEL", "our-own",
                                    "AVOW_CLASSIFICATION_TIER3_BUDGET_MS", "20000"))) {
                assertThat(avow.out()).contains("our-own at http://127.0.0.1");
                assertThat(chat(avow, key, RECIPE).status()).isEqualTo(200);
                assertThat(recorded(avow, key, 0).at("/classifications/0/type").asString())
                        .isEqualTo("intellectual_property");
                assertThat(recorded(avow, key, 0).path("received_by").findValuesAsString("purpose"))
                        .contains("topics");

                model.says("I would rather not say");
                Http.Answer refused = chat(avow, key, RECIPE);
                assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            }
        }
    }

    /** B4: no data leaves the installation. */
    @Test
    void start_modelOnAnotherMachine_isRefusedUnlessDeclaredLocal() {
        Map<String, String> settings =
                new HashMap<>(
                        Map.of(
                                "AVOW_CLASSIFICATION_TIER3_ENABLED", "true",
                                "AVOW_CLASSIFICATION_TIER3_URL", "https://models.example.org/v1",
                                "AVOW_CLASSIFICATION_TIER3_MODEL", "m"));
        assertThatThrownBy(() -> Topics.of(Settings.from(settings).classification()))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_CLASSIFICATION_TIER3_LOCAL=true");

        settings.put("AVOW_CLASSIFICATION_TIER3_LOCAL", "true");
        try (Topics topics = Topics.of(Settings.from(settings).classification())) {
            assertThat(topics.said()).contains("models.example.org");
        }
    }

    private static JsonNode recorded(Avow avow, String key, int newest) {
        return Http.get(avow.url() + "/api/v1/interactions", key).json().at("/items/" + newest);
    }

    private static Http.Answer chat(Avow avow, String key, String text) {
        String body =
                """
                {"model": "avow/mirror", "messages": [{"role": "user", "content": "%s"}]}
                """
                        .formatted(text);
        return Http.post(
                avow.url() + "/v1/chat/completions",
                key,
                HttpRequest.BodyPublishers.ofString(body),
                "Avow-Receipt",
                "full");
    }
}
