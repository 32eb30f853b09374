package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import dev.avow.smtp.LocalMailServer;
import dev.avow.smtp.LocalMailServer.Taken;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** P6: anybody asks by the public form, and sees where the request stands. */
final class PrivacyFormTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static LocalMailServer mail;
    private static TempHome home;
    private static Server server;
    private static String admin;

    @BeforeAll
    static void start() {
        mail = LocalMailServer.start(LocalMailServer.Manner.PLAIN);
        home = TempHome.fresh();
        admin = home.newKey("admin");
        server = Server.start(settings(Map.of("AVOW_PRIVACY_FORM_ENABLED", "true")));
    }

    @AfterAll
    static void stop() {
        server.close();
        home.close();
        mail.close();
    }

    private static Settings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>();
        all.put("AVOW_MAIL_URL", "smtp://127.0.0.1:" + mail.port());
        all.put("AVOW_MAIL_FROM", "privacy@avow.example");
        all.put("AVOW_CONTROLLER_NAME", "Distel GmbH");
        all.put("AVOW_CONTROLLER_CONTACT", "privacy@distel.example");
        all.putAll(more);
        return home.settings(all);
    }

    private static Http.Answer send(String path, Map<String, String> fields, String... headers) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) ->
                body.append(body.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return Http.post(
                server.url() + path,
                "",
                FORM,
                HttpRequest.BodyPublishers.ofString(body.toString()),
                headers);
    }

    private static Map<String, String> form(String email) {
        return Map.of(
                "kind", "access", "law", "gdpr", "email", email, "details", "Été,\r\n<ligne> 2");
    }

    private static String found(String pattern, String text) {
        Matcher match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }

    @Test
    void form_ofAStranger_becomesARequestThatTheyCanFollow() {
        Http.Answer sent =
                send("/privacy?lang=fr", form("mina@example.org"), "X-Forwarded-For", "192.0.2.77");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        String page = sent.header("Location");
        assertThat(page).matches("/privacy/[0-9a-f-]{36}\\?lang=fr");
        assertThat(Http.get(server.url() + page, "").body()).contains("Saisir le code");
        Taken taken = Mailbox.of(mail, "mina@example.org");
        assertThat(taken.subject()).startsWith("Un code");
        String code = found("(?m)^([0-9A-Z]{10})\\r?$", taken.body());

        Http.Answer wrong = send(page, Map.of("code", "0123456789"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("Ce code ne compte pas");
        Http.Answer done = send(page, Map.of("code", code));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        String token = found("<code>([0-9A-Z]{26})</code>", done.body());
        String id = page.substring("/privacy/".length(), "/privacy/".length() + 36);

        String request = Http.get(server.url() + "/api/v1/privacy-requests/" + id, admin).body();
        assertThat(request).contains("\"verified\"", "mina@example.org", "Été,\\n<ligne> 2");
        assertThat(Http.get(server.url() + "/api/v1/audit-logs", admin).body())
                .contains("privacy_form_sent", "192.0.2.0", "avow privacy form")
                .doesNotContain("192.0.2.77");
        Http.Answer status =
                send(
                        "/privacy/status",
                        Map.of("reference", id, "token", token.toLowerCase(java.util.Locale.ROOT)));
        assertThat(status.body()).contains("being looked at", id).doesNotContain("mina");
        assertThat(send("/privacy/status", Map.of("reference", id, "token", code)).status())
                .isEqualTo(400);
    }

    /** Who tries addresses learns nothing, and neither does a program that fills in everything. */
    @Test
    void answers_forAnyAddress_areTheSame() {
        Http.Answer key =
                Http.post(
                        server.url() + "/api/v1/api-keys",
                        admin,
                        "{\"name\":\"p\",\"scopes\":[\"models\"],\"user_email\":\"known@example.org\"}");
        assertThat(key.status()).isEqualTo(201);
        String[] answers = new String[3];
        answers[0] = followed(form("known@example.org"));
        answers[1] = followed(form("stranger@example.org"));
        Map<String, String> filled = new HashMap<>(form("robot@example.org"));
        filled.put("website", "https://example.org");
        answers[2] = followed(filled);
        assertThat(answers).containsOnly(answers[0]);
        var _ = Mailbox.of(mail, "stranger@example.org");
        assertThat(mail.mails()).noneMatch(each -> each.to().equals("robot@example.org"));
    }

    private static String followed(Map<String, String> form) {
        Http.Answer sent = send("/privacy", form, "X-Forwarded-For", "198.51.100.1");
        assertThat(sent.status()).isEqualTo(303);
        return Http.get(server.url() + sent.header("Location"), "")
                .body()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
    }

    @Test
    void form_fromAnotherSite_orTooLarge_orTooOften_isRefused() {
        assertThat(
                        send("/privacy", form("a@example.org"), "Origin", "https://evil.example")
                                .status())
                .isEqualTo(403);
        assertThat(send("/privacy", form("a@example.org"), "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
        assertThat(Http.post(server.url() + "/privacy", "", "{}").status()).isEqualTo(415);
        assertThat(send("/privacy", Map.of("details", "x".repeat(20_000))).status()).isEqualTo(413);
        Http.Answer long1 =
                send(
                        "/privacy",
                        Map.of(
                                "kind",
                                "access",
                                "law",
                                "gdpr",
                                "email",
                                "not an address",
                                "details",
                                "長".repeat(1_500)));
        assertThat(long1.status()).isEqualTo(400);
        assertThat(long1.body()).contains("name@example.org", "長");
        for (int sent = 0; sent < 5; sent++) {
            assertThat(
                            send(
                                            "/privacy",
                                            form("b" + sent + "@example.org"),
                                            "X-Forwarded-For",
                                            "9.9.9.9, 203.0.113.9")
                                    .status())
                    .isEqualTo(303);
        }
        Http.Answer refused =
                send(
                        "/privacy",
                        form("c@example.org"),
                        "X-Forwarded-For",
                        "8.8.8.8, 203.0.113.200");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("in an hour", "privacy@distel.example");
    }

    @Test
    void form_whereItIsOff_isNotThere_andNeedsMail() {
        assertThat(Http.get(server.url() + "/trust?lang=en", "").body())
                .contains("<a href=\"/privacy\">Ask about your data</a>");
        assertThat(Http.get(server.url() + "/privacy?lang=en", "").body())
                .contains("<form method=\"post\"", "/trust")
                .doesNotContain("<script");
        assertThat(Http.get(server.url() + "/privacy", "").header("Referrer-Policy"))
                .isEqualTo("same-origin");
        assertThatThrownBy(() ->
                        Settings.from(
                                        Map.of(
                                                "AVOW_HOME",
                                                home.path().toString(),
                                                "AVOW_PRIVACY_FORM_ENABLED",
                                                "true"))
                                .privacyForm()
                                .enabled())
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_MAIL_URL");
    }
}
