package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** R1, T4: whoever asks how long something is kept hears the same on every page, and the truth. */
final class PublishedTermsTest {

    private static final TempHome HOME = TempHome.fresh();
    private static final String READER = HOME.newKey("read");

    @AfterAll
    static void close() {
        HOME.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    isolated-agent | 30 days
                    bot-builder    | 30 days
                    contact-centre | 30 days
                    assistant      | 30 days
                    governance     | never stored
                    """)
    void r1_profile_saysTheSameOnEveryPage(String profile, String text) {
        try (Server server = TrustTest.serve(HOME, Map.of("AVOW_PROFILE", profile))) {
            Map<String, String> page = TrustTest.texts(TrustTest.read(server, ""));
            assertThat(page.getOrDefault("kept.no_store", ""))
                    .doesNotContain("Text of conversations");
            boolean none = text.equals("never stored");
            assertThat(page.get(none ? "kept.text.none" : "kept.text.some"))
                    .startsWith("Text of conversations: ")
                    .contains(
                            none ? "none is stored" : "sealed: " + text,
                            "(by the profile " + profile + ")");

            JsonNode values = get(server, "retention").path("values");
            inForce(values, "conversation_text", text, "profile");
            assertThat(of(values, "conversation_text").path("enforced").asBoolean()).isTrue();
        }
    }

    private static void inForce(JsonNode values, String what, String term, String source) {
        assertThat(of(values, what).path("retention").asString()).isEqualTo(term);
        assertThat(of(values, what).path("source").asString()).isEqualTo(source);
    }

    private static JsonNode of(JsonNode values, String what) {
        return values.valueStream()
                .filter(each -> each.path("data_class").asString().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode get(Server server, String page) {
        return Http.get(server.url() + "/api/v1/" + page, READER).json();
    }
}
