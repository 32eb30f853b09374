package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import dev.avow.prove.AuditRecord;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** T5: an incident over HTTP, from its discovery to its end. */
class IncidentRoutesTest {

    private static final String INCIDENTS = "/api/v1/incidents";
    private static final String LEAK =
            """
            {"title": "Acme kept what it should not have", "nature": "Texts were kept at Acme",
             "contact": "dpo@example.org", "aware_at": "2026-01-31T00:00:00Z", "risk": "high",
             "from": "2026-01-01T00:00:00Z", "to": "2026-01-30T00:00:00Z",
             "data_classes": ["interaction", "account"], "providers": ["acme"]}
            """;

    private final Site site = new Site();
    private final String reader = site.key(Set.of(Scope.READ), Site.EMAIL);

    @AfterEach
    void close() {
        site.close();
    }

    private void adaUsed(String provider) {
        UUID ada = site.users.idOf(TenantId.DEFAULT, Site.EMAIL).orElseThrow();
        site.database
                .tenancy()
                .within(
                        TenantId.DEFAULT,
                        handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO interactions (tenant_id, id, occurred_at, user_id,
                                                    channel, platform_id, model, prompt_hash, content_length,
                                                    classifications, policy_action, risk_score, received_by,
                                                    status)
                                                VALUES (avow_tenant(), :id, '2026-01-02T00:00:00Z', :ada, 'api',
                                                    :provider, 'm', 'h', 1,
                                                    '[{"type":"email","count":2,"in":"prompt"}]', 'Log', 0,
                                                    jsonb_build_array(jsonb_build_object('purpose', 'model',
                                                        'provider', :provider, 'host', 'api.example',
                                                        'region', 'US')), 'completed')
                                                """)
                                        .bind("id", Ids.next())
                                        .bind("ada", ada)
                                        .bind("provider", provider)
                                        .execute());
    }

    private JsonNode posted(String path, @Nullable String body) {
        Site.Answer answer = site.asAdmin("POST", path, body);
        assertThat(answer.status()).as(path + " " + answer.json()).isLessThan(300);
        return answer.json();
    }

    private String text(String path) {
        Site.Answer answer = site.asAdmin("GET", path, null);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        return new String(answer.http().body(), StandardCharsets.UTF_8);
    }

    @Test
    void incident_fromDiscoveryToItsEnd_isAssessedToldAndClosed() {
        adaUsed("acme");
        adaUsed("borea");
        JsonNode made = posted(INCIDENTS, LEAK);
        String one = INCIDENTS + "/" + made.path("id").asString();
        assertThat(made.path("overdue").asBoolean()).isTrue();
        assertThat(made.at("/duties/0/due_at").asString()).isEqualTo("2026-02-03T00:00:00Z");
        assertThat(made.at("/duties/0/hours_left").asLong()).isNegative();
        assertThat(made.at("/duties/1/status").asString()).isEqualTo("overdue");
        assertThat(made.path("assessment").isNull()).isTrue();
        assertThat(
                        site.asAdmin("GET", INCIDENTS + "?overdue=true&state=open", null)
                                .json()
                                .path("items"))
                .hasSize(1);

        JsonNode seen = posted(one + "/assess", null).path("assessment");
        assertThat(seen.path("people").asLong()).isEqualTo(1);
        assertThat(seen.path("interactions").asLong()).isEqualTo(1);
        assertThat(seen.at("/findings/0/left_unmasked").asLong()).isEqualTo(2);
        assertThat(seen.at("/regions/0/region").asString()).isEqualTo("US");
        assertThat(seen.at("/recipients/0/host").asString()).isEqualTo("api.example");
        // Her account was made after the span; her use of Acme concerns her all the same.
        assertThat(seen.at("/records/account").asLong(-1)).isZero();
        // The test's clock is the real one, and interactions are kept for 90 days.
        assertThat(seen.path("complete").asBoolean())
                .isEqualTo(seen.at("/completeness/kept_since").isNull());
        JsonNode person = site.asAdmin("GET", one + "/people", null).json().at("/items/0");
        assertThat(person.path("email").asString()).isEqualTo(Site.EMAIL);
        assertThat(person.path("interactions").asLong()).isEqualTo(1);

        assertThat(text(one + "/draft?to=authority"))
                .contains("Acme kept", "subjects: 1\n", "email (2)", "US (1)", "[to be completed]");
        assertThat(text(one + "/draft?to=people&language=fr")).contains("À qui vous adresser");

        assertThat(told(one, "authority", "").code()).isEqualTo("missing_value");
        assertThat(told(one, "authority", ",\"delay_reason\":\"r\"").status()).isEqualTo(200);
        assertThat(told(one, "people", "").status()).isEqualTo(200);
        Site.Answer early = site.asAdmin("POST", one + "/close", null);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().at("/error/message").asString())
                .contains("lacking: likely_consequences, measures");
        assertThat(
                        site.asAdmin(
                                        "PATCH",
                                        one,
                                        "{\"measures\":\"m\",\"likely_consequences\":\"c\"}")
                                .status())
                .isEqualTo(200);
        posted(one + "/contain", null);
        JsonNode closed = posted(one + "/close", null);
        assertThat(closed.path("state").asString()).isEqualTo("closed");
        assertThat(closed.at("/duties/1/status").asString()).isEqualTo("told_late");
        assertThat(closed.at("/possible/0").asString()).isEqualTo("reopen");
        posted(one + "/reopen", null);
        assertThat(site.actions())
                .startsWith(
                        "incident_reopened",
                        "incident_closed",
                        "incident_contained",
                        "incident_changed",
                        "incident_notice_given",
                        "incident_notice_given",
                        "incidents_viewed",
                        "incidents_viewed",
                        "incident_people_viewed",
                        "incident_assessed",
                        "incidents_viewed",
                        "incident_opened");
    }

    /** Who looked at the register, at one incident or at a draft left no trace. */
    @Test
    void T2_incidents_lookedAt_areInTheAuditLog() {
        String id = posted(INCIDENTS, LEAK).path("id").asString();

        assertThat(site.asAdmin("GET", INCIDENTS, null).json().path("items")).hasSize(1);
        assertThat(site.asAdmin("GET", INCIDENTS + "/" + id, null).json().path("id").asString())
                .isEqualTo(id);
        assertThat(text(INCIDENTS + "/" + id + "/draft?to=authority")).contains("Acme kept");
        String none = INCIDENTS + "/" + Ids.next();
        assertThat(site.asAdmin("GET", none, null).status()).isEqualTo(404);

        List<AuditRecord> entries = site.reader.page(TenantId.DEFAULT, PageRequest.first()).items();
        assertThat(entries.subList(0, 4))
                .extracting(AuditRecord::action)
                .containsOnly("incidents_viewed");
        assertThat(entries.subList(0, 4))
                .extracting(AuditRecord::resourceId)
                .containsExactly(none.substring(INCIDENTS.length() + 1), id, id, null);
        assertThat(site.asAdmin("GET", INCIDENTS + "?state=lost", null).status()).isEqualTo(400);
        assertThat(site.actions().subList(0, 5))
                .containsExactly(
                        "incidents_viewed",
                        "incidents_viewed",
                        "incidents_viewed",
                        "incidents_viewed",
                        "incident_opened");
    }

    private Site.Answer told(String one, String to, String more) {
        return site.asAdmin(
                "POST",
                one + "/notices",
                "{\"to\":\"%s\",\"at\":\"2026-02-03T00:00:01Z\",\"text\":\"t\"%s}"
                        .formatted(to, more));
    }

    @Test
    void waiver_whereTheRiskIsUnlikely_isTakenAndElsewhereRefused() {
        String one = INCIDENTS + "/" + posted(INCIDENTS, LEAK).path("id").asString();
        String waiver = "{\"to\":\"authority\",\"reason\":\"the keys were not taken\"}";
        assertThat(site.asAdmin("POST", one + "/waivers", waiver).status()).isEqualTo(409);
        site.asAdmin("PATCH", one, "{\"risk\":\"unlikely\",\"hosts\":null,\"to\":null}");
        JsonNode waived = posted(one + "/waivers", waiver);
        assertThat(waived.at("/duties/0/status").asString()).isEqualTo("not_needed");
        assertThat(waived.at("/duties/0/hours_left").isNull()).isTrue();
        assertThat(waived.at("/notices/0/told").asBoolean()).isFalse();
        assertThat(waived.path("to").isNull()).isTrue();
        assertThat(waived.at("/providers/0").asString()).isEqualTo("acme");
    }

    @Test
    void notice_whereNoMailServerIsSet_isRefusedByTheSetting() {
        String one = INCIDENTS + "/" + posted(INCIDENTS, LEAK).path("id").asString();

        Site.Answer mailed =
                site.asAdmin(
                        "POST",
                        one + "/notices",
                        "{\"to\":\"people\",\"text\":\"t\",\"mail\":{\"subject\":\"s\"}}");
        assertThat(mailed.status()).isEqualTo(409);
        assertThat(mailed.json().at("/error/message").asString()).contains("AVOW_MAIL_URL");
        Site.Answer noTime =
                site.asAdmin("POST", one + "/notices", "{\"to\":\"people\",\"text\":\"t\"}");
        assertThat(noTime.json().at("/error/field").asString()).isEqualTo("at");
        assertThat(site.asAdmin("GET", one + "/notices/" + Ids.next() + "/mails", null).status())
                .isEqualTo(404);
    }

    @Test
    void incidents_whoMayOnlyRead_areNeitherSeenNorEntered() {
        assertThat(site.send("POST", INCIDENTS, LEAK, "Authorization", reader).status())
                .isEqualTo(403);
        assertThat(site.send("GET", INCIDENTS, null, "Authorization", reader).status())
                .isEqualTo(403);
    }

    @Test
    void incident_thatWillNotDo_isRefusedByField() {
        assertField(LEAK.replace("\"title\"", "\"nature2\""), "nature2");
        assertField("{\"title\":\"t\"}", "aware_at");
        assertField("{\"aware_at\":\"2026-01-31T00:00:00Z\"}", "title");
        assertField(LEAK.replace("2026-01-31", "2999-01-31"), "aware_at");
        assertField(LEAK.replace("\"high\"", "\"grave\""), "risk");
        assertField(LEAK.replace("\"account\"", "\"gossip\""), "data_classes");
        assertField(LEAK.replace("2026-01-30", "2026-01-01"), "to");
        assertField(LEAK.replace("\"risk\": \"high\"", "\"api_key_ids\": [\"x\"]"), "api_key_ids");
        assertField(LEAK.replace("\"risk\": \"high\"", "\"people_about\": -1"), "people_about");
    }

    private void assertField(String body, String field) {
        Site.Answer answer = site.asAdmin("POST", INCIDENTS, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.json().path("error").path("field").asString()).as(body).isEqualTo(field);
    }
}
