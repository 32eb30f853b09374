package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInOverHttpTest {

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void setup_byTheLink_makesTheAccountAndSignsIn() {
        assertThat(site.send("GET", "/api/v1/setup", null).json().path("needed").asBoolean())
                .isTrue();
        String token = site.firstAccount.plaintextNewLinkToken().orElseThrow();

        Site.Answer made =
                site.send(
                        "POST",
                        "/api/v1/setup",
                        """
                        {"token":"%s","email":"ada@example.org","password":"a fictitious password",
                         "first_name":"Ada","last_name":"Example"}
                        """
                                .formatted(token));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("role").asString()).isEqualTo("admin");
        assertThat(made.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
        assertThat(
                        site.send("GET", "/api/v1/users/me", null, "Cookie", made.cookie())
                                .json()
                                .path("first_name")
                                .asString())
                .isEqualTo("Ada");
        assertThat(site.send("GET", "/api/v1/setup", null).json().path("needed").asBoolean())
                .isFalse();
    }

    @Test
    void signIn_throughTls_makesTheCookieSecure() {
        site.firstAccount.createFromSettings(Site.EMAIL, Site.PASSWORD);

        Site.Answer answer =
                site.send(
                        "POST",
                        "/api/v1/sessions",
                        credentials(Site.PASSWORD),
                        "X-Forwarded-Proto",
                        "https");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("user").path("email").asString()).isEqualTo(Site.EMAIL);
        assertThat(answer.header("Set-Cookie")).contains("; Secure");
    }

    @Test
    void I5_signIn_setsTheSessionsCookieAndLetsNoOtherHostIn() {
        site.firstAccount.createFromSettings(Site.EMAIL, Site.PASSWORD);

        Site.Answer answer = site.send("POST", "/api/v1/sessions", credentials(Site.PASSWORD));

        assertThat(answer.http().headers().allValues("Set-Cookie")).hasSize(1);
        assertThat(answer.header("Content-Security-Policy"))
                .startsWith("default-src 'self';")
                .doesNotContain("http");
    }

    @Test
    void signIn_wrongPassword_answers401AndSetsNoCookie() {
        site.firstAccount.createFromSettings(Site.EMAIL, Site.PASSWORD);

        Site.Answer answer = site.send("POST", "/api/v1/sessions", credentials("not the password"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("wrong_credentials");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void signOut_theCookie_isNoLongerGood() {
        String cookie = site.signedIn();

        Site.Answer out =
                site.send(
                        "DELETE",
                        "/api/v1/sessions/current",
                        null,
                        "Cookie",
                        cookie,
                        "Origin",
                        site.origin());

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(site.send("GET", "/api/v1/users/me", null, "Cookie", cookie).code())
                .isEqualTo("not_signed_in");
    }

    @Test
    void P4_rectify_oneName_changesItAloneAndIsAudited() {
        String cookie = site.signedIn();

        Site.Answer answer = patchMe(cookie, "{\"first_name\":\"Grace\"}", site.origin());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("first_name").asString()).isEqualTo("Grace");
        assertThat(answer.json().path("last_name").isNull()).isTrue();
        assertThat(site.actions().getFirst()).isEqualTo("user_updated");
    }

    @Test
    void rectify_aFieldThatIsNotOnesOwn_isRefusedByName() {
        Site.Answer answer = patchMe(site.signedIn(), "{\"role\":\"admin\"}", site.origin());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unknown_field");
        assertThat(answer.json().path("error").path("field").asString()).isEqualTo("role");
    }

    @Test
    void change_byCookieFromAnotherSite_isRefused() {
        String cookie = site.signedIn();
        String rename = "{\"first_name\":\"Mallory\"}";

        assertThat(patchMe(cookie, rename, "https://evil.example").code()).isEqualTo("not_allowed");
        assertThat(site.send("PATCH", "/api/v1/users/me", rename, "Cookie", cookie).code())
                .isEqualTo("not_allowed");
        assertThat(
                        site.send(
                                        "PATCH",
                                        "/api/v1/users/me",
                                        rename,
                                        "Cookie",
                                        cookie,
                                        "Origin",
                                        site.origin(),
                                        "Sec-Fetch-Site",
                                        "cross-site")
                                .code())
                .isEqualTo("not_allowed");
    }

    @Test
    void change_byCookieAsAFormWouldSendIt_isRefused() {
        assertThat(
                        site.send(
                                        "POST",
                                        "/api/v1/api-keys",
                                        "{\"name\":\"x\"}",
                                        "Cookie",
                                        site.signedIn(),
                                        "Origin",
                                        site.origin(),
                                        "Content-Type",
                                        "text/plain")
                                .code())
                .isEqualTo("unsupported_media_type");
    }

    @Test
    void signIn_tooOften_answers429() {
        Site.Answer last = site.send("POST", "/api/v1/sessions", credentials("guess"));
        for (int guess = 0; guess < 10 && last.status() == 401; guess++) {
            last = site.send("POST", "/api/v1/sessions", credentials("guess"));
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.code()).isEqualTo("too_many_attempts");
    }

    private Site.Answer patchMe(String cookie, String json, String origin) {
        return site.send("PATCH", "/api/v1/users/me", json, "Cookie", cookie, "Origin", origin);
    }

    private static String credentials(String password) {
        return "{\"email\":\"" + Site.EMAIL + "\",\"password\":\"" + password + "\"}";
    }
}
