package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P1, P3, P8: a copy and an erasure by one call each, for those who may ask. */
final class RightsOverHttpTest {

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    private Site.Answer send(String method, String path, String key) {
        return site.send(method, path, null, "Authorization", key);
    }

    @Test
    void export_ofAnUnknownFormat_namesTheField() {
        String anna = site.key(Set.of(Scope.MODELS), "anna@example.org");

        Site.Answer refused = send("GET", "/api/v1/users/me/data-export?format=xml", anna);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/message").asString()).contains("json, ndjson or csv");
    }

    @Test
    void export_ofOneself_isAnAttachmentAndLogged() {
        String anna = site.key(Set.of(Scope.MODELS), "anna@example.org");

        Site.Answer copy = send("GET", "/api/v1/users/me/data-export?format=ndjson", anna);

        assertThat(copy.status()).isEqualTo(200);
        assertThat(copy.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(copy.header("Content-Disposition")).contains("avow-data-export.ndjson");
        assertThat(site.actions()).contains("user_data_exported");
    }

    @Test
    void rights_ofOthers_areForAdministratorsAlone() {
        String anna = site.key(Set.of(Scope.MODELS), "anna@example.org");
        String admin = site.key(Set.of(Scope.ADMIN), null);
        String reader = site.key(Set.of(Scope.READ), null);
        String id = send("GET", "/api/v1/users/me", anna).json().path("id").asString();

        assertThat(send("DELETE", "/api/v1/users/" + id, anna).status()).isEqualTo(403);
        assertThat(send("DELETE", "/api/v1/users/" + id, reader).status()).isEqualTo(403);
        assertThat(send("GET", "/api/v1/users/" + id + "/data-export", reader).status())
                .isEqualTo(403);
        assertThat(send("GET", "/api/v1/users/" + id + "/data-export", admin).status())
                .isEqualTo(200);
        assertThat(send("DELETE", "/api/v1/users/" + id, admin).json().path("state").asString())
                .isEqualTo("complete");
        assertThat(send("DELETE", "/api/v1/users/" + id, admin).status()).isEqualTo(404);
    }

    @Test
    void erase_oneself_answersWithAReceiptAndTheKeyEnds() {
        String anna = site.key(Set.of(Scope.MODELS), "anna@example.org");

        Site.Answer erased = send("DELETE", "/api/v1/users/me", anna);

        assertThat(erased.status()).isEqualTo(200);
        assertThat(erased.json().path("message").asString()).isEqualTo("erased");
        assertThat(erased.json().path("stores")).isNotEmpty();
        site.callers.everythingMayHaveChanged(); // the server hears of it from the database
        assertThat(send("GET", "/api/v1/users/me", anna).status()).isEqualTo(401);
    }

    @Test
    void restrict_oneself_isKeptShownAndLifted() {
        String anna = site.key(Set.of(Scope.MODELS), "anna@example.org");
        String path = "/api/v1/users/me/restriction";

        Site.Answer restricted =
                site.send("PUT", path, "{\"restricted\":true}", "Authorization", anna);
        assertThat(restricted.json().path("restricted_at").asString()).endsWith("Z");
        Site.Answer lifted =
                site.send("PUT", path, "{\"restricted\":false}", "Authorization", anna);

        assertThat(lifted.json().path("restricted_at").isNull()).isTrue();
        assertThat(site.actions())
                .contains("processing_restricted", "processing_restriction_lifted");
    }

    @Test
    void erase_byAKeyThatIsNobody_isRefused() {
        Site.Answer refused =
                send("DELETE", "/api/v1/users/me", site.key(Set.of(Scope.ADMIN), null));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/error/message").asString()).contains("--user");
    }
}
