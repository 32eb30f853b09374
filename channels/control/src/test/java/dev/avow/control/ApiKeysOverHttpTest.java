package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiKeysOverHttpTest {

    private static final String PATH = "/api/v1/api-keys";

    private final Site site = new Site();
    private final String admin = site.key(Set.of(Scope.ADMIN), null);
    private final String reader = site.key(Set.of(Scope.READ), null);
    private final String models = site.key(Set.of(Scope.MODELS), Site.EMAIL);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void create_aKey_isShownOnceAndWorks() {
        Site.Answer created =
                site.send(
                        "POST",
                        PATH,
                        "{\"name\":\"robot\",\"scopes\":[\"read\"]}",
                        "Authorization",
                        admin);

        assertThat(created.status()).isEqualTo(201);
        String key = created.json().path("key").asString();
        assertThat(key).matches("avow_[A-Za-z0-9_-]{43}");
        Site.Answer list = site.send("GET", PATH, null, "Authorization", "Bearer " + key);
        assertThat(list.status()).isEqualTo(200);
        JsonNode newest = list.json().path("items").path(0);
        assertThat(newest.path("name").asString()).isEqualTo("robot");
        assertThat(newest.path("prefix").asString()).isEqualTo(key.substring(0, 12));
        assertThat(newest.has("key")).isFalse();
        assertThat(newest.path("revoked_at").isNull()).isTrue();
    }

    @Test
    void patch_aKey_changesWhatIsNamedAlone() {
        String id =
                site.send(
                                "POST",
                                PATH,
                                "{\"name\":\"robot\",\"models\":[\"up/*\"],\"requests_per_minute\":5}",
                                "Authorization",
                                admin)
                        .json()
                        .path("id")
                        .asString();

        JsonNode changed =
                patch(id, "{\"requests_per_minute\":null,\"tokens_per_minute\":7}").json();

        assertThat(changed.path("name").asString()).isEqualTo("robot");
        assertThat(changed.path("models").path(0).asString()).isEqualTo("up/*");
        assertThat(changed.path("requests_per_minute").isNull()).isTrue();
        assertThat(changed.path("tokens_per_minute").asInt()).isEqualTo(7);
        assertThat(patch(id, "{\"tokens_per_minute\":0}").json().at("/error/field").asString())
                .isEqualTo("tokens_per_minute");
        assertThat(patch(id, "{\"models\":[\"a b\"]}").json().at("/error/field").asString())
                .isEqualTo("models[0]");
        assertThat(patch(id, "{\"expires_at\":\"soon\"}").json().at("/error/field").asString())
                .isEqualTo("expires_at");
        assertThat(patch(id, "{\"scopes\":[]}").code()).isEqualTo("unknown_field");
    }

    private Site.Answer patch(String id, String body) {
        return site.send("PATCH", PATH + "/" + id, body, "Authorization", admin);
    }

    @Test
    void T2_creatingAndLookingAtKeys_areAudited() {
        site.send("POST", PATH, "{\"name\":\"robot\"}", "Authorization", admin);
        site.send("GET", PATH, null, "Authorization", reader);

        assertThat(site.actions()).startsWith("api_keys_viewed", "api_key_created");
    }

    @Test
    void revoke_aKey_isRefusedAtOnce() {
        Site.Answer created =
                site.send(
                        "POST",
                        PATH,
                        "{\"name\":\"robot\",\"scopes\":[\"read\"]}",
                        "Authorization",
                        admin);
        String key = "Bearer " + created.json().path("key").asString();
        assertThat(site.send("GET", PATH, null, "Authorization", key).status()).isEqualTo(200);

        Site.Answer revoked =
                site.send(
                        "DELETE",
                        PATH + "/" + created.json().path("id").asString(),
                        null,
                        "Authorization",
                        admin);

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.json().path("revoked_at").isNull()).isFalse();
        Site.Answer after = site.send("GET", PATH, null, "Authorization", key);
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.code()).isEqualTo("api_key_revoked");
    }

    @Test
    void scopes_ofAKey_decideWhatItMayDo() {
        assertThat(site.send("GET", PATH, null).code()).isEqualTo("not_signed_in");
        assertThat(site.send("GET", PATH, null, "Authorization", "Bearer sk-1").code())
                .isEqualTo("invalid_api_key");
        assertThat(site.send("GET", PATH, null, "Authorization", models).status()).isEqualTo(403);
        assertThat(site.send("GET", PATH, null, "Authorization", admin).status()).isEqualTo(200);
        assertThat(site.send("POST", PATH, "{\"name\":\"x\"}", "Authorization", reader).status())
                .isEqualTo(403);
    }

    @Test
    void usersMe_byAKey_isForThoseThatActAsAPerson() {
        assertThat(
                        site.send("GET", "/api/v1/users/me", null, "Authorization", models)
                                .json()
                                .path("email")
                                .asString())
                .isEqualTo(Site.EMAIL);
        assertThat(site.send("GET", "/api/v1/users/me", null, "Authorization", admin).status())
                .isEqualTo(403);
    }

    @Test
    void create_bodiesThatWillNotDo_areRefusedByCodeAndField() {
        assertRefused("{", "malformed_json", "");
        assertRefused("[]", "invalid_value", "");
        assertRefused("{}", "missing_value", "name");
        assertRefused("{\"name\":null}", "missing_value", "name");
        assertRefused("{\"name\":5}", "invalid_value", "name");
        assertRefused("{\"name\":\"x\",\"scopes\":[\"root\"]}", "invalid_value", "scopes");
        assertRefused("{\"name\":\"x\",\"scopes\":[null]}", "invalid_value", "scopes");
        assertRefused("{\"name\":\"x\",\"extra\":1}", "unknown_field", "extra");
        assertRefused("{\"name\":\"x\",\"name\":\"y\"}", "malformed_json", "");
    }

    @Test
    void create_aBodyOverTheLimit_answers413() {
        String big = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";

        Site.Answer answer = site.send("POST", PATH, big, "Authorization", admin);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body_too_large");
    }

    @Test
    void list_pageByPage_showsEachKeyOnceNewestFirst() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    site.send("GET", PATH + "?limit=2" + cursor, null, "Authorization", reader)
                            .json();
            page.path("items").forEach(key -> seen.add(key.path("id").asString()));
            cursor =
                    page.path("next_cursor").isNull()
                            ? ""
                            : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void list_limitOrCursorThatWillNotDo_areRefusedByName() {
        for (String query : List.of("limit=0", "limit=201", "limit=x", "cursor=x")) {
            Site.Answer answer =
                    site.send("GET", PATH + "?" + query, null, "Authorization", reader);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("error").path("field").asString())
                    .isEqualTo(query.split("=", 2)[0]);
        }
    }

    @Test
    void T2_auditLog_lookedAt_showsThatItWas() {
        Site.Answer answer =
                site.send(
                        "GET",
                        "/api/v1/audit-logs?limit=1",
                        null,
                        "Authorization",
                        reader,
                        "User-Agent",
                        "Browser 1");

        JsonNode entry = answer.json().path("items").path(0);
        assertThat(entry.path("action").asString()).isEqualTo("audit_logs_viewed");
        assertThat(entry.path("ip_address").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.path("user_agent").asString()).isEqualTo("Browser 1");
        assertThat(entry.path("status").asString()).isEqualTo("success");
        assertThat(entry.path("changes").has("before")).isTrue();
        assertThat(answer.json().path("next_cursor").isNull()).isFalse();
    }

    private void assertRefused(String body, String code, String field) {
        Site.Answer answer = site.send("POST", PATH, body, "Authorization", admin);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("error").path("field").asString("")).isEqualTo(field);
    }
}
