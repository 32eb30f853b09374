package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    /** What had been read before the other's change was written over it. */
    @Test
    @Timeout(60)
    void patch_withoutGroupsWhileAnotherChangesThem_onceUndidThat() throws Exception {
        CompletableFuture<Site.Answer> patched = new CompletableFuture<>();
        try (Connection other = site.database.openAsOwner();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            int changed =
                    statement.executeUpdate(
                            "UPDATE users SET groups = '{Sales}' WHERE id = '%s'"
                                    .formatted(one.substring(one.lastIndexOf('/') + 1)));
            assertThat(changed).isEqualTo(1);
            Thread.ofVirtual().start(() -> patched.complete(site.asAdmin("PATCH", one, "{}")));
            awaitSomebodyWaiting(statement);
            other.commit();
        }

        assertThat(patched.get(60, TimeUnit.SECONDS).json().path("groups")).hasSize(1);
        assertThat(groups()).extracting(JsonNode::asString).containsExactly("Sales");
    }

    private static void awaitSomebodyWaiting(Statement statement) throws Exception {
        for (boolean waits = false; !waits; Thread.sleep(10)) {
            try (ResultSet found =
                    statement.executeQuery(
                            "SELECT EXISTS (SELECT FROM pg_locks l WHERE NOT l.granted AND"
                                    + " pg_backend_pid() = ANY (pg_blocking_pids(l.pid)))")) {
                waits = found.next() && found.getBoolean(1);
            }
        }
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
