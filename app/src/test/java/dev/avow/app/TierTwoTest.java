package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** B3: what is found on the server by setting goes the whole journey as tier 1 does. */
final class TierTwoTest {

    private static final String TEXT =
            "Dear John Smith, in Berlin: national insurance AB 12 34 56 C, server 192.168.1.17, and"
                    + " took metformin; mail grace@example.org";

    @Test
    void chat_tier2TurnedOn_masksAndRecordsWhatItFinds() throws Exception {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("models,read");
            try (AvowHere avow =
                    AvowHere.serve(
                            home.path(), Map.of("AVOW_CLASSIFICATION_TIER2_ENABLED", "true"))) {
                JsonNode answer =
                        Http.post(
                                        avow.url() + "/v1/chat/completions",
                                        key,
                                        BodyPublishers.ofString(
                                                """
                                                {"model": "avow/mirror", "messages":
                                                 [{"role": "user", "content": "%s"}]}
                                                """
                                                        .formatted(TEXT)),
                                        "Avow-Receipt",
                                        "full")
                                .json();

                assertThat(answer.at("/choices/0/message/content").asString()).isEqualTo(TEXT);
                assertThat(answer.at("/avow/text").asString())
                        .isEqualTo(
                                "Dear [PERSON_1], in [LOCATION_1]: national insurance [UK_NINO_1],"
                                    + " server [IPV4_1], and took [MEDICATION_1]; mail [EMAIL_1]");
                JsonNode recorded =
                        Http.get(avow.url() + "/api/v1/interactions", key).json().at("/items/0");
                List<String> found = new ArrayList<>();
                for (JsonNode each : recorded.path("classifications")) {
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
                assertThat(found)
                        .contains(
                                "person 2 1 prompt",
                                "location 2 1 prompt",
                                "uk_nino 2 1 prompt",
                                "ipv4 2 1 prompt",
                                "medication 2 1 prompt",
                                "email 1 1 prompt");
            }
        }
    }
}
