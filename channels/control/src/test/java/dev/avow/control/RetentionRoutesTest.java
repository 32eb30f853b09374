package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import dev.avow.words.TenantId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** R1: what is in force, and what will go when, over HTTP. */
class RetentionRoutesTest {

    private static final String PATH = "/api/v1/retention";

    private final Site site = new Site();
    private final String reader = site.key(Set.of(Scope.READ), null);

    @AfterEach
    void close() {
        site.close();
    }

    private Site.Answer get(String path) {
        return site.send("GET", path, null, "Authorization", reader);
    }

    @Test
    void retention_governance_isShownWithItsSources() {
        JsonNode seen = get(PATH).json();

        assertThat(seen.path("profile").asString()).isEqualTo("governance");
        assertThat(seen.path("values").path(0).path("data_class").asString())
                .isEqualTo("interactions");
        assertThat(seen.path("values").path(0).path("days").asInt()).isEqualTo(90);
        assertThat(seen.path("values").path(0).path("source").asString()).isEqualTo("profile");
        assertThat(seen.path("values").path(0).path("enforced").asBoolean()).isTrue();
        assertThat(seen.path("archive_after_days").isNull()).isTrue();
        assertThat(seen.path("last_run").isNull()).isTrue();
        assertThat(seen.path("holds_in_force").asInt()).isZero();
    }

    @Test
    void retention_valuesThatChanged_areShownWithBeforeAndAfter() {
        var _ = site.settings.note(TenantId.DEFAULT, Map.of("retention.interactions", "90 days"));
        assertThat(get(PATH).json().path("changes")).isEmpty();

        var _ = site.settings.note(TenantId.DEFAULT, Map.of("retention.interactions", "30 days"));

        JsonNode change = get(PATH).json().path("changes").path(0);
        assertThat(change.path("before").path("retention.interactions").asString())
                .isEqualTo("90 days");
        assertThat(change.path("after").path("retention.interactions").asString())
                .isEqualTo("30 days");
        assertThat(change.path("at").asString()).isNotEmpty();
        assertThat(site.actions()).contains("settings_changed");
    }

    @Test
    void preview_rowsOfSeveralAges_areCountedOnTheirDays() {
        int _ =
                site.database
                        .tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle ->
                                        handle.execute(
                                                """
                                                INSERT INTO interactions (tenant_id, id, occurred_at,
                                                    channel, platform_id, model, prompt_hash,
                                                    content_length, classifications, policy_action,
                                                    risk_score, status)
                                                SELECT avow_tenant(), gen_random_uuid(),
                                                    now() - make_interval(days => days), 'api', 'p',
                                                    'm', 'h', 1, '[]', 'Log', 0, 'completed'
                                                FROM unnest(ARRAY[200, 95, 88, 88, 10]) days
                                                """));

        JsonNode seen = get(PATH + "/preview?days=7").json();

        assertThat(seen.path("items")).hasSize(2);
        assertThat(seen.path("items").path(0).path("rows").asInt()).isEqualTo(2);
        assertThat(seen.path("items").path(0).path("action").asString()).isEqualTo("delete");
        assertThat(seen.path("items").path(1).path("rows").asInt()).isEqualTo(2);
        assertThat(get(PATH + "/preview").json().path("days").asInt()).isEqualTo(30);
        assertThat(get(PATH + "/preview?days=x").status()).isEqualTo(400);
        assertThat(get(PATH + "/preview?days=-1").status()).isEqualTo(400);
    }
}
