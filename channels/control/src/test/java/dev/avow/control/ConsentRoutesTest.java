package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P5: consents over HTTP; P1 and P3: a copy holds them, an erasure reaches them. */
final class ConsentRoutesTest {

    private static final String MINE = "/api/v1/users/me/consents";
    private static final String GIVEN =
            """
            {"purpose":"model_processing","action":"given","text_version":"2026-01",
             "note":"said at the counter, Ms Distel present"}
            """;
    private static final String WITHDRAWN =
            """
            {"purpose":"model_processing","action":"withdrawn"}
            """;

    private final Site site = new Site();
    private final String anna = site.key(Set.of(Scope.MODELS), "anna@example.org");

    @AfterEach
    void close() {
        site.close();
    }

    private Site.Answer asAnna(String method, String path, String body) {
        return site.send(method, path, body, "Authorization", anna);
    }

    private JsonNode read(String path) {
        return site.send("GET", path, null, "Authorization", anna).json();
    }

    private String id() {
        return read("/api/v1/users/me").path("id").asString();
    }

    @Test
    void consents_givenAndWithdrawnByThePerson_areListedNewestFirst() {
        Site.Answer given = asAnna("POST", MINE, GIVEN);
        assertThat(given.status()).isEqualTo(201);
        assertThat(given.json().path("in_force").asBoolean()).isTrue();
        assertThat(given.json().path("method").asString()).isEqualTo("api");

        assertThat(asAnna("POST", MINE, WITHDRAWN).status()).isEqualTo(201);
        assertThat(asAnna("POST", MINE, WITHDRAWN).status()).isEqualTo(409);

        JsonNode items = read(MINE).path("items");
        assertThat(items).hasSize(2);
        assertThat(items.path(0).path("action").asString()).isEqualTo("withdrawn");
        assertThat(items.path(1).path("in_force").asBoolean()).isFalse();
        assertThat(items.path(1).path("recorded_by").asString()).isEqualTo(id());
        assertThat(read(MINE + "?limit=1").path("next_cursor").isNull()).isFalse();
        assertThat(site.actions())
                .contains("consent_given", "consent_withdrawn", "consents_viewed");
    }

    @Test
    void consents_recordedByAnAdministrator_areThePersonsAndSayNotBySelf() {
        String ones = "/api/v1/users/" + id() + "/consents";

        assertThat(site.asAdmin("POST", ones, GIVEN).json().path("method").asString())
                .isEqualTo("other");

        JsonNode seen = site.asAdmin("GET", ones, null).json().path("items").path(0);
        assertThat(seen.path("recorded_by").asString("")).isNotEmpty();
        assertThat(read(MINE).path("items").path(0).path("recorded_by").isNull()).isTrue();
        assertThat(asAnna("POST", ones, GIVEN).status()).isEqualTo(403);
        assertThat(
                        site.asAdmin(
                                        "POST",
                                        "/api/v1/users/00000000-0000-7000-8000-00000000dead/consents",
                                        GIVEN)
                                .status())
                .isEqualTo(404);
    }

    @Test
    void consents_wrongBodies_nameTheField() {
        for (String wrong :
                Set.of(
                        GIVEN.replace("\"given\"", "\"maybe\""),
                        GIVEN.replace("\"given\"", "\"given\",\"method\":\"dream\""),
                        GIVEN.replace("\"given\"", "\"given\",\"happened_at\":\"soon\""),
                        GIVEN.replace("model_processing", "Model Processing"))) {
            Site.Answer answer = asAnna("POST", MINE, wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("error").path("field").asString()).isNotEmpty();
        }
    }

    @Test
    void dataExport_aConsent_isInItWithItsNote() {
        var _ = asAnna("POST", MINE, GIVEN);

        JsonNode consent = read("/api/v1/users/me/data-export").path("consents").path(0);

        assertThat(consent.path("purpose").asString()).isEqualTo("model_processing");
        assertThat(consent.path("note").asString()).contains("Ms Distel");
        assertThat(consent.path("recorded_by").asString()).isEqualTo(id());
        assertThat(consent.has("note_sealed")).isFalse();
    }

    @Test
    void erasure_aConsent_isDeletedAndInTheReceipt() {
        var _ = asAnna("POST", MINE, GIVEN);

        JsonNode receipt =
                site.send("DELETE", "/api/v1/users/me", null, "Authorization", anna).json();

        assertThat(receipt.path("stores").toString()).contains("\"store\":\"consents\"");
        long left =
                site.database
                        .tenancy()
                        .within(
                                dev.avow.words.TenantId.DEFAULT,
                                handle ->
                                        handle.createQuery("SELECT count(*) FROM consents")
                                                .mapTo(Long.class)
                                                .one());
        assertThat(left).isZero();
    }
}
