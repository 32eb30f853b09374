package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.util.Arrays;
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

    private Site.Answer part(String key, String range, String... more) {
        java.util.List<String> headers = new java.util.ArrayList<>();
        headers.addAll(java.util.List.of("Authorization", key, "Range", range));
        headers.addAll(java.util.List.of(more));
        return site.send(
                "GET", "/api/v1/users/me/data-export", null, headers.toArray(String[]::new));
    }

    @Test
    void P2_export_resumedWhereItBrokeOff_isTheSameBytes() {
        String anna = site.key(Set.of(Scope.MODELS), "anna@example.org");
        Site.Answer copy = send("GET", "/api/v1/users/me/data-export", anna);
        byte[] whole = copy.http().body();
        String tag = copy.header("ETag");
        assertThat(tag).matches("\"[0-9a-f-]{36}\"");
        assertThat(copy.header("Accept-Ranges")).isEqualTo("bytes");

        Site.Answer asCurlDoes = part(anna, "bytes=100-");
        assertThat(asCurlDoes.status()).isEqualTo(206);
        assertThat(asCurlDoes.header("Content-Range"))
                .isEqualTo("bytes 100-" + (whole.length - 1) + "/" + whole.length);
        assertThat(asCurlDoes.header("Content-Length")).isEqualTo("" + (whole.length - 100));
        assertThat(asCurlDoes.header("ETag")).isEqualTo(tag);
        assertThat(asCurlDoes.http().body())
                .isEqualTo(Arrays.copyOfRange(whole, 100, whole.length));
        assertThat(site.actions()).startsWith("user_data_export_resumed");

        Site.Answer asBrowsersDo = part(anna, "bytes=7-9", "If-Range", tag);
        assertThat(asBrowsersDo.status()).isEqualTo(206);
        assertThat(asBrowsersDo.http().body()).isEqualTo(Arrays.copyOfRange(whole, 7, 10));
        assertThat(part(anna, "bytes=-5").http().body())
                .isEqualTo(Arrays.copyOfRange(whole, whole.length - 5, whole.length));

        Site.Answer beyond = part(anna, "bytes=" + whole.length + "-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + whole.length);
    }

    @Test
    void P2_export_whoseCopyIsNotThere_beginsAnew() {
        String anna = site.key(Set.of(Scope.MODELS), "anna@example.org");
        String ben = site.key(Set.of(Scope.MODELS), "ben@example.org");
        String tag = send("GET", "/api/v1/users/me/data-export", anna).header("ETag");

        Site.Answer another = part(ben, "bytes=100-");
        assertThat(another.status()).isEqualTo(200);
        Site.Answer stale = part(anna, "bytes=100-", "If-Range", "\"another\"");
        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.header("ETag")).isNotEqualTo(tag);
        assertThat(part(anna, "bytes=1-2,4-5").status()).isEqualTo(200);
        assertThat(part(anna, "lines=1-2").status()).isEqualTo(200);
    }

    @Test
    void P3_export_ofOneWhoWasErased_isNotThere() {
        String anna = site.key(Set.of(Scope.MODELS), "anna@example.org");
        String admin = site.key(Set.of(Scope.ADMIN), null);
        String id = send("GET", "/api/v1/users/me", anna).json().path("id").asString();
        String path = "/api/v1/users/" + id + "/data-export";
        assertThat(send("GET", path, admin).status()).isEqualTo(200);

        send("DELETE", "/api/v1/users/me", anna);

        assertThat(
                        site.send("GET", path, null, "Authorization", admin, "Range", "bytes=10-")
                                .status())
                .isEqualTo(404);
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
