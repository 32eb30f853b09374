package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** B3: names that another engine finds go the whole journey; where it fails, nothing leaves. */
final class OtherEnginesTest {

    @Test
    void chat_namesByAnOnnxModel_areMaskedAndRecorded() throws Exception {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("models,read");
            try (AvowHere avow =
                    serve(
                            home,
                            Map.of(
                                    "AVOW_CLASSIFICATION_NAMES_MODEL",
                                    EngineSettingsTest.TINY.toString()))) {
                assertThat(avow.out()).contains("Names are found by the ONNX model in ");
                Http.Answer answer =
                        chat(avow, key, "John Smith of Acme Corp, smith@example.org", false);

                assertThat(answer.json().at("/avow/text").asString())
                        .isEqualTo("[PERSON_1] of [ORGANIZATION_1], [EMAIL_1]");
                assertThat(recorded(avow, key, 0))
                        .contains(
                                "person 2 1 prompt", "organization 2 1 prompt", "email 1 1 prompt");
            }
        }
    }

    @Test
    void chat_namesByPresidio_areMaskedAndWhereItFailsNothingLeaves() throws Exception {
        try (TempHome home = TempHome.fresh();
                FakeAnalyzer analyzer = new FakeAnalyzer()) {
            String key = home.newKey("models,read");
            try (AvowHere avow =
                    serve(home, Map.of("AVOW_CLASSIFICATION_PRESIDIO_URL", analyzer.url()))) {
                assertThat(avow.out()).contains("the Presidio analyzer at " + analyzer.url());
                String text = "😀 I am " + FakeAnalyzer.PERSON + ", q@example.org";
                Http.Answer answer = chat(avow, key, text, false);

                assertThat(answer.json().at("/choices/0/message/content").asString())
                        .isEqualTo(text);
                assertThat(answer.json().at("/avow/text").asString())
                        .isEqualTo("😀 I am [PERSON_1], [EMAIL_1]");
                assertThat(recorded(avow, key, 0))
                        .contains("person 2 1 prompt", "email 1 1 prompt");

                Http.Answer streamed = chat(avow, key, text, true);
                assertThat(streamed.status()).isEqualTo(200);
                assertThat(streamed.body()).contains(FakeAnalyzer.PERSON).endsWith("[DONE]\n\n");
                // The answer is looked at too, as the model gave it: with the pseudonyms.
                assertThat(analyzer.seen()).anyMatch(each -> each.contains("[PERSON_1]"));

                analyzer.serves(false);
                Http.Answer refused = chat(avow, key, text, false);
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.json().at("/error/code").asString())
                        .isEqualTo("classification_incomplete");
                assertThat(avow.out() + avow.err())
                        .contains("does not serve: status 500")
                        .doesNotContain(FakeAnalyzer.PERSON);
            }
        }
    }

    @Test
    void chat_presidioFailsAndTheBuiltInModelMayStandIn_itDoes() throws Exception {
        try (TempHome home = TempHome.fresh();
                FakeAnalyzer analyzer = new FakeAnalyzer()) {
            analyzer.serves(false);
            String key = home.newKey("models,read");
            try (AvowHere avow =
                    serve(
                            home,
                            Map.of(
                                    "AVOW_CLASSIFICATION_PRESIDIO_URL",
                                    analyzer.url(),
                                    "AVOW_CLASSIFICATION_PRESIDIO_ON_FAILURE",
                                    "built-in"))) {
                assertThat(avow.err()).contains("the built-in model stands in");

                assertThat(
                                chat(avow, key, "Dear John Smith, in Berlin", false)
                                        .json()
                                        .at("/avow/text")
                                        .asString())
                        .isEqualTo("Dear [PERSON_1], in [LOCATION_1]");
            }
        }
    }

    @Test
    void start_engineThatCannotBeUsed_endsWithOneLine() {
        try (TempHome home = TempHome.fresh()) {
            AvowProcess.Ended ended =
                    AvowHere.run(
                            home.path(),
                            Map.of(
                                    "AVOW_CLASSIFICATION_TIER2_ENABLED", "true",
                                    "AVOW_CLASSIFICATION_PRESIDIO_URL", "http://10.0.0.7:5002"),
                            "start");

            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.err().strip())
                    .startsWith("avow: AVOW_CLASSIFICATION_PRESIDIO_URL would send texts")
                    .doesNotContain("\n");
        }
    }

    private static AvowHere serve(TempHome home, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("AVOW_CLASSIFICATION_TIER2_ENABLED", "true");
        settings.put("AVOW_CLASSIFICATION_PRESIDIO_TIMEOUT_MS", "20000");
        return AvowHere.serve(home.path(), settings);
    }

    private static Http.Answer chat(Avow avow, String key, String text, boolean stream) {
        String body =
                """
                {"model": "avow/mirror", "stream": %s,
                 "messages": [{"role": "user", "content": "%s"}]}
                """
                        .formatted(stream, text);
        return Http.post(
                avow.url() + "/v1/chat/completions",
                key,
                java.net.http.HttpRequest.BodyPublishers.ofString(body),
                "Avow-Receipt",
                "full");
    }

    private static List<String> recorded(Avow avow, String key, int newest) {
        JsonNode interaction =
                Http.get(avow.url() + "/api/v1/interactions", key).json().at("/items/" + newest);
        List<String> found = new ArrayList<>();
        for (JsonNode each : interaction.path("classifications")) {
            assertThat(each.path("confidence").asDouble()).isPositive();
            found.add(
                    each.path("type").asString()
                            + " "
                            + each.path("tier").asInt()
                            + " "
                            + each.path("count").asInt()
                            + " "
                            + each.path("in").asString());
        }
        return found;
    }
}
