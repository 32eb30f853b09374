package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** B1: what a tenant defined goes the whole journey as what is built in does. */
final class CustomDetectionTest {

    private static final String TEXT =
            "Personnel P-204816 of project Blue Heron: info@avow.example or ada@post.example";

    private static Http.Answer chat(String url, String key, boolean stream) {
        return Http.post(
                url + "/v1/chat/completions",
                key,
                BodyPublishers.ofString(
                        """
                        {"model": "avow/mirror", "stream": %s, "messages":
                         [{"role": "user", "content": "%s"}]}
                        """
                                .formatted(stream, TEXT)),
                "Avow-Receipt",
                "full");
    }

    @Test
    void chat_definitions_haveTheirEffectFromTheNextRequestOn() throws Exception {
        try (TempHome home = TempHome.fresh()) {
            String admin = home.newKey("admin");
            String models = home.newKey("models");
            try (AvowHere avow = AvowHere.serve(home.path(), Map.of())) {
                String api = avow.url() + "/api/v1/";
                assertThat(chat(avow.url(), models, false).json().at("/avow/text").asString())
                        .isEqualTo(
                                "Personnel P-204816 of project Blue Heron: [EMAIL_1] or [EMAIL_2]");

                assertThat(
                                Http.post(
                                                api + "recognizers",
                                                admin,
                                                """
                                                {"name": "staff_number", "patterns": ["P-[0-9]{6}"],
                                                 "context": {"words": ["personnel"]}}
                                                """)
                                        .status())
                        .isEqualTo(201);
                Http.post(
                        api + "detection-lists",
                        admin,
                        """
                        {"name": "projects", "kind": "deny", "type": "project",
                         "values": ["blue heron"]}
                        """);
                Http.post(
                        api + "detection-lists",
                        admin,
                        """
                        {"name": "ours", "kind": "allow", "type": "email",
                         "values": ["INFO@avow.example"]}
                        """);

                Http.Answer whole = chat(avow.url(), models, false);
                assertThat(whole.json().at("/avow/text").asString())
                        .isEqualTo(
                                "Personnel [STAFF_NUMBER_1] of project [PROJECT_1]:"
                                        + " info@avow.example or [EMAIL_1]");
                assertThat(whole.json().at("/choices/0/message/content").asString())
                        .isEqualTo(TEXT);
                assertThat(chat(avow.url(), models, true).streamedText()).isEqualTo(TEXT);
                recorded(api, admin);
                policyAndPresidio(avow.url(), api, admin, models);
            }
        }
    }

    private static void recorded(String api, String admin) {
        JsonNode found =
                Http.get(api + "interactions", admin).json().at("/items/0/classifications");
        assertThat(found.findValuesAsString("type")).contains("staff_number", "project", "email");
        assertThat(found.findValuesAsString("tier")).contains("2");
    }

    private static void policyAndPresidio(String url, String api, String admin, String models) {
        JsonNode presidio =
                Http.post(
                                url + "/presidio/analyze",
                                models,
                                "{\"text\": \"" + TEXT + "\", \"language\": \"en\"}")
                        .json();
        assertThat(presidio.findValuesAsString("entity_type"))
                .containsExactlyInAnyOrder("STAFF_NUMBER", "PROJECT", "EMAIL_ADDRESS");
        assertThat(Http.get(url + "/presidio/supportedentities", models).body())
                .contains("STAFF_NUMBER");

        Http.Answer policy =
                Http.post(
                        api + "policies",
                        admin,
                        """
                        {"name": "no projects", "priority": 1, "action": "Block",
                         "conditions": {"finding_types": ["project"]}}
                        """);
        assertThat(policy.status()).isEqualTo(201);
        assertThat(chat(url, models, false).status()).isEqualTo(403);
    }
}
