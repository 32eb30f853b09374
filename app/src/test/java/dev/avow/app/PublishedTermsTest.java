package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
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
                    isolated-agent | 30 days      | closure + 30 days
                    bot-builder    | 30 days      | closure + 30 days
                    contact-centre | 30 days      | closure
                    assistant      | 30 days      | closure
                    governance     | never stored | closure
                    """)
    void r1_profile_saysTheSameOnEveryPage(String profile, String text, String account) {
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
            boolean atOnce = account.equals("closure");
            assertThat(page.get(atOnce ? "kept.account.now" : "kept.account.later"))
                    .contains(atOnce ? "" : "30 days", "by the profile " + profile);

            JsonNode values = get(server, "retention").path("values");
            inForce(values, "conversation_text", text, "profile");
            inForce(values, "account", account, "profile");
            assertThat(of(values, "conversation_text").path("enforced").asBoolean()).isTrue();

            JsonNode record = get(server, "record-of-processing");
            inForce(record.path("retention"), "conversation_text", text, "profile");
            inForce(record.path("retention"), "account", account, "profile");
            assertThat(of(record.path("activities"), "account").path("kept").asString())
                    .isEqualTo(account);
            assertThat(of(record.path("activities"), "conversation").path("kept").asString())
                    .startsWith(none ? "what was masked is never stored" : text);
        }
    }

    @Test
    void r3_setting_isInForceOnEveryPage() {
        try (Server server =
                TrustTest.serve(
                        HOME,
                        Map.of("AVOW_ACCOUNT_RECOVERY_DAYS", "90", "AVOW_BATCH_RETENTION", "7"))) {
            Map<String, String> page = TrustTest.texts(TrustTest.read(server, ""));
            assertThat(page.get("kept.account.later")).contains("90 days", "set by the operator");
            assertThat(page.get("kept.text.some")).contains("sealed: 7 days (set by the operator)");
            for (JsonNode values :
                    List.of(
                            get(server, "retention").path("values"),
                            get(server, "record-of-processing").path("retention"))) {
                inForce(values, "account", "closure + 90 days", "setting");
                inForce(values, "conversation_text", "7 days", "setting");
            }
            JsonNode activities = get(server, "record-of-processing").path("activities");
            assertThat(of(activities, "conversation").path("kept").asString()).isEqualTo("7 days");
        }
    }

    /** T1: what is kept of batches are originals, so how long leaves an entry when it changes. */
    @Test
    void r3_batchRetentionChanged_isInTheAuditLog() {
        TrustTest.serve(HOME, Map.of()).close();
        try (Server server = TrustTest.serve(HOME, Map.of("AVOW_BATCH_RETENTION", "9"))) {
            JsonNode change = get(server, "retention").path("changes").path(0);
            assertThat(change.at("/before/batch_retention").asString()).isEqualTo("0 days");
            assertThat(change.at("/after/batch_retention").asString()).isEqualTo("9 days");
            assertThat(get(server, "audit-logs").toString())
                    .contains("settings_changed", "\"batch_retention\":\"9 days\"");
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
