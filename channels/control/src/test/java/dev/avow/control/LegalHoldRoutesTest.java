package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** R5: legal holds over HTTP. */
class LegalHoldRoutesTest {

    private static final String HOLDS = "/api/v1/legal-holds";

    private final Site site = new Site();
    private final String reader = site.key(Set.of(Scope.READ), "ada@example.org");

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void hold_placedAndReleased_isShownAndAudited() {
        Site.Answer made =
                site.asAdmin(
                        "POST",
                        HOLDS,
                        "{\"name\":\"Case 7\",\"reason\":\"a claim\",\"user_email\":"
                                + "\"ada@example.org\",\"expected_end\":\"2027-01-31\"}");
        assertThat(made.status()).isEqualTo(201);
        String one = HOLDS + "/" + made.json().path("id").asString();

        JsonNode seen = site.asAdmin("GET", one, null).json();
        assertThat(seen).isEqualTo(made.json());
        assertThat(seen.path("user_ids")).hasSize(1);
        assertThat(seen.path("reason").asString()).isEqualTo("a claim");
        assertThat(seen.path("status").asString()).isEqualTo("in_force");
        assertThat(site.asAdmin("GET", HOLDS, null).json().path("items")).hasSize(1);

        JsonNode released = site.asAdmin("POST", one + "/release", null).json();
        assertThat(released.path("status").asString()).isEqualTo("released");
        assertThat(released.path("released_at").isNull()).isFalse();
        assertThat(site.asAdmin("POST", one + "/release", null).code()).isEqualTo("conflict");
        assertThat(site.actions())
                .startsWith("hold_released", "holds_viewed", "holds_viewed", "hold_placed");
    }

    @Test
    void hold_whoMayOnlyRead_neitherSeesNorPlacesOne() {
        String body = "{\"name\":\"n\",\"reason\":\"r\"}";

        assertThat(site.send("POST", HOLDS, body, "Authorization", reader).status()).isEqualTo(403);
        assertThat(site.send("GET", HOLDS, null, "Authorization", reader).status()).isEqualTo(403);
    }

    @Test
    void hold_thatWillNotDo_isRefusedByField() {
        assertField("{\"reason\":\"r\"}", "name");
        assertField("{\"name\":\"n\"}", "reason");
        assertField("{\"name\":\"n\",\"reason\":\"r\",\"user_ids\":[]}", "user_ids");
        assertField("{\"name\":\"n\",\"reason\":\"r\",\"user_ids\":[\"x\"]}", "user_ids");
        assertField("{\"name\":\"n\",\"reason\":\"r\",\"user_email\":\"x\"}", "user_email");
        assertField(
                "{\"name\":\"n\",\"reason\":\"r\",\"user_emails\":[\"no@example.org\"]}",
                "user_emails");
        assertField("{\"name\":\"n\",\"reason\":\"r\",\"from\":\"soon\"}", "from");
        assertField("{\"name\":\"n\",\"reason\":\"r\",\"expected_end\":\"soon\"}", "expected_end");
        assertField("{\"name\":\"n\",\"reason\":\"r\",\"scope\":\"all\"}", "scope");
        assertThat(site.asAdmin("GET", HOLDS, null).json().path("items")).isEmpty();
    }

    private void assertField(String body, String field) {
        Site.Answer answer = site.asAdmin("POST", HOLDS, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.json().path("error").path("field").asString()).as(body).isEqualTo(field);
    }
}
