package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** I3: administrators invite, and who is invited sets a password and is signed in. */
final class InvitationRoutesTest {

    private static final String BEN = "ben@example.org";

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void I3_invitation_fromTheLinkToTheSignIn() {
        Site.Answer invited = invite("viewer");

        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.json().path("user").path("can_sign_in").asBoolean()).isFalse();
        assertThat(invited.json().path("user").path("invited_until"))
                .isEqualTo(invited.json().path("expires_at"));

        Site.Answer accepted = accept(token(invited));

        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.json().path("first_name").asString()).isEqualTo("Ben");
        Site.Answer me = site.send("GET", "/api/v1/users/me", null, "Cookie", accepted.cookie());
        assertThat(me.json().path("email").asString()).isEqualTo(BEN);
        assertThat(me.json().path("role").asString()).isEqualTo("viewer");
        assertThat(accept(token(invited)).status()).as("it counts once").isEqualTo(401);
        assertThat(site.actions()).doesNotContain(token(invited)).contains("user_invited");
    }

    @Test
    void invitation_ofAnAccountThatIsThere_isMadeAnewAndTakenBack() {
        Site.Answer first = invite("viewer");
        String one = "/api/v1/users/" + first.json().path("user").path("id").asString();

        Site.Answer second = site.asAdmin("POST", one + "/invitation", "{}");
        assertThat(second.status()).isEqualTo(201);
        assertThat(accept(token(first)).status()).isEqualTo(401);

        Site.Answer taken = site.asAdmin("DELETE", one + "/invitation", null);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json().path("invited_until").isNull()).isTrue();
        assertThat(accept(token(second)).status()).isEqualTo(401);
    }

    @Test
    void invitation_wrong_namesTheField() {
        assertThat(invite("boss").json().toString()).contains("role", "admin");
        Site.Answer nobody =
                site.asAdmin("POST", "/api/v1/users", "{\"email\":\"ben\",\"role\":\"viewer\"}");
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.json().toString()).contains("email");
    }

    @Test
    void invitation_byWhoIsNoAdministrator_isRefused() {
        String viewer = site.key(Set.of(Scope.MODELS, Scope.READ), "vic@example.org");

        Site.Answer refused =
                site.send(
                        "POST",
                        "/api/v1/users",
                        "{\"email\":\"ben@example.org\",\"role\":\"admin\"}",
                        "Authorization",
                        viewer);

        assertThat(refused.status()).isEqualTo(403);
    }

    private Site.Answer invite(String role) {
        return site.asAdmin(
                "POST", "/api/v1/users", "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(BEN, role));
    }

    private static String token(Site.Answer invited) {
        String link = invited.json().path("link").asString();
        assertThat(link).startsWith("/invitation#");
        return link.substring(link.indexOf('#') + 1);
    }

    private Site.Answer accept(String token) {
        return site.send(
                "POST",
                "/api/v1/invitations/accept",
                """
                {"token":"%s","password":"a fictitious password","first_name":"Ben","last_name":"Example"}
                """
                        .formatted(token));
    }
}
