package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** B7: people are put into the groups that policies name; I2, T2: and that is in the audit log. */
final class UserRoutesTest {

    private final Site site = new Site();
    private final String anna = site.key(Set.of(Scope.MODELS), "anna@example.org");
    private final String one =
            "/api/v1/users/"
                    + site.send("GET", "/api/v1/users/me", null, "Authorization", anna)
                            .json()
                            .path("id")
                            .asString();

    @AfterEach
    void close() {
        site.close();
    }

    private JsonNode groups() {
        return site.asAdmin("GET", one, null).json().path("groups");
    }

    @Test
    void groups_setAndTakenAway_areTheAccountsAndLeaveEntries() {
        assertThat(groups()).isEmpty();

        Site.Answer set = site.asAdmin("PATCH", one, "{\"groups\": [\"Sales\", \"Équipe Sud\"]}");

        assertThat(set.status()).isEqualTo(200);
        assertThat(groups()).extracting(JsonNode::asString).containsExactly("Sales", "Équipe Sud");
        assertThat(site.asAdmin("PATCH", one, "{}").json().path("groups"))
                .as("what is not named stays")
                .hasSize(2);
        assertThat(site.asAdmin("PATCH", one, "{\"groups\": null}").json().path("groups"))
                .isEmpty();
        assertThat(site.actions().stream().filter("user_updated"::equals)).hasSize(2);
    }

    @Test
    void groups_wrong_nameTheField() {
        for (String wrong :
                Set.of("[\"\"]", "[\"a\", \"a\"]", "[\"a\\u0007\"]", "\"sales\"", "[7]")) {
            Site.Answer refused = site.asAdmin("PATCH", one, "{\"groups\": " + wrong + "}");
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.json().toString()).contains("groups");
        }
        assertThat(groups()).isEmpty();
    }

    @Test
    void groups_byThePersonOrOfNobody_areRefused() {
        String body = "{\"groups\": [\"Sales\"]}";
        assertThat(site.send("PATCH", one, body, "Authorization", anna).status()).isEqualTo(403);
        assertThat(
                        site.asAdmin(
                                        "PATCH",
                                        "/api/v1/users/00000000-0000-7000-8000-00000000dead",
                                        body)
                                .status())
                .isEqualTo(404);
    }
}
