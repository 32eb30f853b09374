package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T4, T9: what operators read with a token, and what anybody reads without one. */
final class OpenToReadersTest {

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    private static String text(Site.Answer answer) {
        return new String(answer.http().body(), StandardCharsets.UTF_8);
    }

    @Test
    void metrics_whereATokenIsSet_needItFromThisMachineToo() {
        Site.Answer read =
                site.send("GET", "/metrics", null, "Authorization", "Bearer " + Site.METRICS_TOKEN);

        assertThat(read.status()).isEqualTo(200);
        assertThat(text(read)).isEqualTo("up 1\n");
        assertThat(site.send("GET", "/metrics", null).status()).isEqualTo(401);
        Site.Answer wrong = site.send("GET", "/metrics", null, "Authorization", "Bearer another");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(text(wrong)).contains("AVOW_METRICS_TOKEN_FILE").doesNotContain("up 1");
    }

    @Test
    void trust_asAskedFor_isAPageOrJson() {
        Site.Answer page = site.send("GET", "/trust", null, "Accept-Language", "fr-FR, en;q=0.5");

        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Vary")).contains("Accept-Language");
        assertThat(text(page)).contains("<html lang=\"fr\">").doesNotContain("<script");
        Site.Answer json = site.send("GET", "/trust?lang=fr", null, "Accept", "application/json");
        assertThat(json.json().path("language").asString()).isEqualTo("fr");
        assertThat(json.json().path("version").asString()).hasSize(12);
    }
}
