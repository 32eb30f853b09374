package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P6: requests of people over HTTP. */
class PrivacyRequestRoutesTest {

    private static final String REQUESTS = "/api/v1/privacy-requests";
    private static final String ADA =
            "{\"kind\":\"erasure\",\"law\":\"gdpr\",\"contact\":\"ada@example.org\"}";

    private final Site site = new Site();
    private final String reader = site.key(Set.of(Scope.READ), "ada@example.org");

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void request_ofAUser_isLedToItsEndAndPointsToTheErasure() {
        Site.Answer made = site.asAdmin("POST", REQUESTS, ADA);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("overdue").asBoolean()).isFalse();
        assertThat(made.json().path("days_left").asInt()).isBetween(27, 31);
        assertThat(made.json().path("acknowledge_by").isNull()).isTrue();
        String one = REQUESTS + "/" + made.json().path("id").asString();

        assertThat(site.asAdmin("POST", one + "/acknowledge", null).status()).isEqualTo(200);
        Site.Answer early = site.asAdmin("POST", one + "/approve", null);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("error").path("message").asString())
                .contains("send_code, verify, extend, refuse");
        Site.Answer code = site.asAdmin("POST", one + "/verification-code", null);
        assertThat(code.status()).isEqualTo(201);
        assertThat(code.header("Cache-Control")).isEqualTo("no-store");
        assertThat(site.asAdmin("POST", one + "/verify", "{\"code\":\"nonsense\"}").status())
                .isEqualTo(400);
        JsonNode verified =
                site.asAdmin(
                                "POST",
                                one + "/verify",
                                "{\"code\":\"" + code.json().path("code").asString() + "\"}")
                        .json();
        assertThat(verified.path("state").asString()).isEqualTo("verified");
        assertThat(verified.path("calls")).isEmpty();
        JsonNode approved = site.asAdmin("POST", one + "/approve", null).json();
        JsonNode call = approved.path("calls").path(0);
        assertThat(call.path("method").asString()).isEqualTo("DELETE");
        assertThat(call.path("matched_by").asString()).isEqualTo("contact");
        assertThat(site.asAdmin("GET", one, null).json().path("calls")).hasSize(1);
        assertThat(
                        site.asAdmin("GET", call.path("path").asString(), null)
                                .json()
                                .path("email")
                                .asString())
                .isEqualTo("ada@example.org");
        JsonNode done = site.asAdmin("POST", one + "/complete", null).json();
        assertThat(done.path("contact").isNull()).isTrue();
        assertThat(done.path("possible")).isEmpty();
        assertThat(site.asAdmin("POST", one + "/refuse", "{\"reason\":\"r\"}").status())
                .isEqualTo(409);
        assertThat(
                        site.asAdmin("GET", REQUESTS + "?state=done&overdue=false", null)
                                .json()
                                .path("items"))
                .hasSize(1);
        assertThat(site.asAdmin("GET", REQUESTS + "?overdue=true", null).json().path("items"))
                .isEmpty();
        assertThat(site.actions())
                .startsWith(
                        "privacy_requests_viewed",
                        "privacy_requests_viewed",
                        "privacy_request_done",
                        "user_viewed",
                        "privacy_requests_viewed",
                        "privacy_request_approved");
    }

    /** T1: what is shown holds an address and what somebody wrote. */
    @Test
    void request_lookedAt_isInTheAuditLog() {
        site.asAdmin("POST", REQUESTS, ADA);
        String id = site.asAdmin("GET", REQUESTS, null).json().at("/items/0/id").asString();
        assertThat(site.actions()).startsWith("privacy_requests_viewed");
        site.asAdmin("GET", REQUESTS + "/" + id, null);

        assertThat(site.actions()).startsWith("privacy_requests_viewed", "privacy_requests_viewed");

        assertThat(site.asAdmin("GET", REQUESTS + "/" + id + "/mails?limit=0", null).status())
                .isEqualTo(400);
        assertThat(site.asAdmin("GET", REQUESTS + "/" + id + "/mails", null).status())
                .isEqualTo(200);
        assertThat(site.actions().subList(0, 4))
                .containsExactly(
                        "privacy_requests_viewed",
                        "privacy_requests_viewed",
                        "privacy_requests_viewed",
                        "privacy_request_received");
    }

    @Test
    void request_whoMayOnlyRead_neitherSeesNorEntersOne() {
        assertThat(site.send("POST", REQUESTS, ADA, "Authorization", reader).status())
                .isEqualTo(403);
        assertThat(site.send("GET", REQUESTS, null, "Authorization", reader).status())
                .isEqualTo(403);
    }

    @Test
    void request_thatWillNotDo_isRefusedByField() {
        String rest = "\"law\":\"gdpr\",\"contact\":\"a@example.org\"";
        assertField("{\"kind\":\"all\"," + rest + "}", "kind");
        assertField("{\"kind\":\"access\",\"law\":\"x\",\"contact\":\"a@example.org\"}", "law");
        assertField("{\"kind\":\"access\",\"law\":\"gdpr\",\"contact\":\"x\"}", "contact");
        assertField("{\"kind\":\"access\",\"law\":\"gdpr\"}", "contact");
        assertField(
                "{\"kind\":\"access\"," + rest + ",\"received_at\":\"2999-01-01T00:00:00Z\"}",
                "received_at");
        assertField(
                "{\"kind\":\"access\"," + rest + ",\"details\":\"" + "x".repeat(4001) + "\"}",
                "details");
    }

    private void assertField(String body, String field) {
        Site.Answer answer = site.asAdmin("POST", REQUESTS, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.json().path("error").path("field").asString()).as(body).isEqualTo(field);
    }
}
