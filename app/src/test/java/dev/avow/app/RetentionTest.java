package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.settings.Settings;
import dev.avow.words.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** R1, R2, R5, end to end: what is due goes, moves or is held, without anybody asking. */
final class RetentionTest {

    private static final String DATED =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, channel, platform_id, model,
                prompt_hash, content_length, classifications, policy_action, risk_score, status)
            SELECT avow_tenant(), gen_random_uuid(), now() - make_interval(days => days), 'api', 'p',
                'aged-' || days, 'h', 1, '[]', 'Log', 0, 'completed'
            FROM unnest(ARRAY[100, 70, 40, 1]) days
            """;

    @Test
    void start_rowsPastTheirRetention_goAndHeldOnesStayUntilReleased() throws Exception {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("admin");
            try (AvowHere avow = AvowHere.serve(home.path(), settings(Map.of()))) {
                Instant now = Instant.now();
                JsonNode hold =
                        Http.post(
                                        avow.url() + "/api/v1/legal-holds",
                                        key,
                                        "{\"name\":\"Case 7\",\"reason\":\"a claim\",\"from\":\"%s\",\"to\":\"%s\"}"
                                                .formatted(
                                                        now.minus(80, ChronoUnit.DAYS),
                                                        now.minus(60, ChronoUnit.DAYS)))
                                .json();
                age(home);

                Eventually.holds(
                        "only held and young ones are left",
                        () -> models(avow, key).equals(List.of("aged-1", "aged-70")));
                JsonNode seen = Http.get(avow.url() + "/api/v1/retention", key).json();
                assertThat(seen.path("values").path(0).path("days").asInt()).isEqualTo(7);
                assertThat(seen.path("values").path(0).path("source").asString())
                        .isEqualTo("setting");
                assertThat(seen.path("holds_in_force").asInt()).isEqualTo(1);
                assertThat(preview(avow, key).path("held").asInt()).isEqualTo(1);

                Http.post(
                        avow.url()
                                + "/api/v1/legal-holds/"
                                + hold.path("id").asString()
                                + "/release",
                        key,
                        "");
                Eventually.holds(
                        "what was held is gone", () -> models(avow, key).equals(List.of("aged-1")));
                // Nobody reads them any more before they are deleted; the entry comes after that.
                Eventually.holds(
                        "what went is in the audit log",
                        () -> audit(avow, key).contains("retention_applied"));
                assertThat(audit(avow, key)).contains("hold_placed", "hold_released");
            }
        }
    }

    private static String audit(Avow avow, String key) {
        return Http.get(avow.url() + "/api/v1/audit-logs", key).body();
    }

    @Test
    void archive_rowsOfDaysThatAreOver_moveAndAreReadBackForAnInquiry() throws Exception {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("admin");
            Path archive = home.path().resolveSibling("archive");
            Map<String, String> settings =
                    settings(
                            Map.of(
                                    "AVOW_INTERACTION_RETENTION", "90",
                                    "AVOW_INTERACTION_ARCHIVE_ENABLED", "true",
                                    "AVOW_INTERACTION_ARCHIVE_LOCATION", archive.toString()));
            try (AvowHere avow = AvowHere.serve(home.path(), settings)) {
                age(home);
                Eventually.holds(
                        "days that are over are archived",
                        () -> models(avow, key).equals(List.of("aged-1")));

                Instant now = Instant.now();
                String span =
                        "?from=%s&to=%s"
                                .formatted(
                                        now.minus(50, ChronoUnit.DAYS),
                                        now.minus(30, ChronoUnit.DAYS));
                Http.Answer found =
                        Http.get(avow.url() + "/api/v1/archives/interactions" + span, key);
                assertThat(found.body())
                        .contains("\"model\":\"aged-40\"", "\"complete\":true")
                        .doesNotContain("aged-70");
                assertThat(
                                Http.get(avow.url() + "/api/v1/archives" + span, key)
                                        .json()
                                        .path("items"))
                        .hasSize(1);
                assertThat(Http.get(avow.url() + "/api/v1/audit-logs", key).body())
                        .contains("archive_searched");
            }
            try (Stream<Path> files = Files.walk(archive)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain("aged-");
                }
            }
        }
    }

    @Test
    void start_withAnotherRetention_isAuditedWithBeforeAndAfter() throws Exception {
        try (TempHome home = TempHome.fresh()) {
            String key = home.newKey("admin");
            try (AvowHere avow = AvowHere.serve(home.path(), settings(Map.of()))) {
                assertThat(Http.get(avow.url() + "/api/v1/retention", key).json().path("changes"))
                        .isEmpty();
            }
            Map<String, String> other =
                    settings(
                            Map.of(
                                    "AVOW_INTERACTION_RETENTION", "30",
                                    "AVOW_PROFILE", "contact-centre"));
            try (AvowHere avow = AvowHere.serve(home.path(), other)) {
                JsonNode change =
                        Http.get(avow.url() + "/api/v1/retention", key)
                                .json()
                                .path("changes")
                                .path(0);

                assertThat(change.path("before").path("retention.interactions").asString())
                        .isEqualTo("7 days");
                assertThat(change.path("after").path("retention.interactions").asString())
                        .isEqualTo("30 days");
                assertThat(change.path("after").path("profile").asString())
                        .isEqualTo("contact-centre");
                assertThat(Http.get(avow.url() + "/api/v1/audit-logs", key).body())
                        .contains("settings_changed", "7 days");
            }
        }
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> all =
                new java.util.HashMap<>(
                        Map.of("AVOW_INTERACTION_RETENTION", "7", "AVOW_RETENTION_EVERY", "1"));
        all.putAll(more);
        return all;
    }

    private static void age(TempHome home) {
        Settings settings = home.settings();
        try (Storage storage = Storage.forCommand(settings)) {
            int rows = storage.tenancy().within(TenantId.DEFAULT, handle -> handle.execute(DATED));
            assertThat(rows).isEqualTo(4);
        }
    }

    private static List<String> models(Avow avow, String key) {
        List<String> models = new ArrayList<>();
        Http.get(avow.url() + "/api/v1/interactions", key)
                .json()
                .path("items")
                .forEach(each -> models.add(each.path("model").asString()));
        return models;
    }

    private static JsonNode preview(Avow avow, String key) {
        return Http.get(avow.url() + "/api/v1/retention/preview?days=0", key)
                .json()
                .path("items")
                .path(0);
    }
}
