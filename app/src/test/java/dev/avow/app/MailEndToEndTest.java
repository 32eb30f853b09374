package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.settings.BadSetting;
import dev.avow.settings.Settings;
import dev.avow.smtp.LocalMailServer;
import dev.avow.smtp.LocalMailServer.Taken;
import dev.avow.words.FaultException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P6, O2: what a request about personal data causes arrives in a mailbox. */
final class MailEndToEndTest {

    private static final String PATH = "/api/v1/privacy-requests";

    private static LocalMailServer mail;
    private static TempHome home;
    private static Server server;
    private static String admin;

    @BeforeAll
    static void start() {
        mail = LocalMailServer.start(LocalMailServer.Manner.PLAIN);
        home = TempHome.fresh();
        admin = home.newKey("admin");
        server = Server.start(settings(Map.of()));
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
        all.put("AVOW_PRIVACY_OFFICER_EMAIL", "officer@avow.example");
        all.put("AVOW_CONTROLLER_NAME", "Distel GmbH");
        all.putAll(more);
        return home.settings(all);
    }

    private static String entered(String contact, String receivedAt) {
        Http.Answer made =
                Http.post(
                        server.url() + PATH,
                        admin,
                        """
                        {"kind": "access", "law": "gdpr", "contact": "%s", "received_at": "%s"}
                        """
                                .formatted(contact, receivedAt));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private static String today() {
        return Instant.now().toString();
    }

    private static JsonNode mails(String id) {
        return Http.get(server.url() + PATH + "/" + id + "/mails", admin).json();
    }

    @Test
    void code_isMailedAndVerifies() {
        String id = entered("mina@example.org", today());
        String one = server.url() + PATH + "/" + id;

        Http.Answer made = Http.post(one + "/verification-code", admin, "");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("code").isNull()).isTrue();
        assertThat(made.json().path("mailed").asBoolean()).isTrue();

        Matcher code =
                Pattern.compile("(?m)^([0-9A-Z]{10})\\r?$")
                        .matcher(Mailbox.of(mail, "mina@example.org").body());
        assertThat(code.find()).isTrue();
        Http.Answer verified =
                Http.post(one + "/verify", admin, "{\"code\": \"" + code.group(1) + "\"}");
        assertThat(verified.json().path("state").asString()).isEqualTo("verified");
        Eventually.holds(
                "it is known that it was sent",
                () -> mails(id).at("/items/0/state").asString().equals("sent"));
        assertThat(mails(id).path("sending").asBoolean()).isTrue();
        assertThat(mails(id).toString()).doesNotContain("mina");
    }

    @Test
    void I3_invitation_isMailedAndShownToNobodyElse_untilALinkIsAskedFor() {
        String users = server.url() + "/api/v1/users";
        Http.Answer made =
                Http.post(users, admin, "{\"email\": \"ines@example.org\", \"role\": \"viewer\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("mailed").asBoolean()).isTrue();
        assertThat(made.json().path("link").isNull()).isTrue();

        String body = Mailbox.of(mail, "ines@example.org").body();
        Matcher link =
                Pattern.compile("(?m)^https://avow\\.example/invitation#(\\S{43})").matcher(body);
        assertThat(link.find()).as(body).isTrue();

        String one = users + "/" + made.json().path("user").path("id").asString() + "/invitation";
        Http.Answer shown = Http.post(one, admin, "{\"mail\": false}");
        assertThat(shown.json().path("link").asString()).startsWith("/invitation#");
        String accept = server.url() + "/api/v1/invitations/accept";
        String password = "\", \"password\": \"a fictitious password\"}";
        assertThat(Http.post(accept, admin, "{\"token\": \"" + link.group(1) + password).status())
                .as("the mailed one counts no more")
                .isEqualTo(401);
        String token = shown.json().path("link").asString().split("#", -1)[1];
        assertThat(Http.post(accept, admin, "{\"token\": \"" + token + password).status())
                .isEqualTo(201);
    }

    @Test
    void letter_isMailedAsPdf() {
        String id = entered("bo@example.org", today());
        String letter = server.url() + PATH + "/" + id + "/letters/";

        assertThat(Http.post(letter + "refusal/send", admin, "").status()).isEqualTo(409);
        assertThat(Http.post(letter + "acknowledgement/send", admin, "").status()).isEqualTo(202);

        Taken taken = Mailbox.of(mail, "bo@example.org");
        Http.Answer again = Http.post(letter + "acknowledgement/send", admin, "");
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(taken.attachments()).hasSize(1);
        assertThat(new String(taken.attachments().getFirst(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(taken.header("From")).contains("Distel GmbH", "privacy@avow.example");
        Http.Answer record = Http.get(server.url() + "/api/v1/record-of-processing", admin);
        assertThat(record.body()).contains("\"mail server\"");
    }

    /**
     * Found at first: who clicked twice sent it twice, since it was looked before and not within.
     */
    @Test
    void letter_sentByManyAtOnce_isMailedOnce() throws Exception {
        String id = entered("once@example.org", today());
        String url = server.url() + PATH + "/" + id + "/letters/acknowledgement/send";
        List<Callable<Integer>> clicks =
                Collections.nCopies(8, () -> Http.post(url, admin, "").status());
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> each : threads.invokeAll(clicks)) {
                statuses.add(each.get());
            }
        }

        assertThat(statuses).containsOnly(202, 409).containsOnlyOnce(202);
        assertThat(mails(id).path("items")).hasSize(1);
    }

    /** T5: who is concerned and has an account is written to; the authority is, too. */
    @Test
    void notice_ofAnIncident_isMailedToThePeopleAndTheAuthority() {
        Http.Answer key =
                Http.post(
                        server.url() + "/api/v1/api-keys",
                        admin,
                        "{\"name\":\"p\",\"scopes\":[\"models\"],\"user_email\":\"concerned@example.org\"}");
        assertThat(key.status()).as(key.body()).isEqualTo(201);
        Http.Answer opened =
                Http.post(
                        server.url() + "/api/v1/incidents",
                        admin,
                        """
                        {"title": "t", "aware_at": "%s", "from": "2026-01-01T00:00:00Z",
                         "data_classes": ["account"]}
                        """
                                .formatted(today()));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String notices =
                server.url()
                        + "/api/v1/incidents/"
                        + opened.json().path("id").asString()
                        + "/notices";

        Http.Answer people =
                Http.post(
                        notices,
                        admin,
                        "{\"to\":\"people\",\"text\":\"What"
                                + " happened.\",\"mail\":{\"subject\":\"Your data\"}}");
        assertThat(people.status()).as(people.body()).isEqualTo(200);
        Http.Answer authority =
                Http.post(
                        notices,
                        admin,
                        "{\"to\":\"authority\",\"text\":\"What"
                                + " happened.\",\"mail\":{\"subject\":\"A"
                                + " breach\",\"address\":\"dpa@example.org\"}}");
        assertThat(authority.status()).as(authority.body()).isEqualTo(200);

        assertThat(Mailbox.of(mail, "concerned@example.org").body()).contains("What happened.");
        assertThat(Mailbox.of(mail, "dpa@example.org").subject()).isEqualTo("A breach");
        String mails = notices + "/" + authority.json().at("/notices/0/id").asString() + "/mails";
        Eventually.holds(
                "it is known that it was sent",
                () ->
                        Http.get(mails, admin)
                                .json()
                                .at("/items/0/state")
                                .asString("")
                                .equals("sent"));
        assertThat(Http.get(mails, admin).body()).doesNotContain("concerned@");
    }

    @Test
    void reminder_ofARequestThatIsLate_comesAtTheNextStart() {
        String id = entered("cy@example.org", Instant.now().minus(40, ChronoUnit.DAYS).toString());
        server.close();
        server = Server.start(settings(Map.of("AVOW_PUBLIC_URL", "https://avow.example")));

        Taken taken = Mailbox.of(mail, "officer@avow.example");
        assertThat(taken.subject()).startsWith("Privacy request: answer was due on ");
        assertThat(taken.body())
                .contains("https://avow.example/privacy-requests/" + id)
                .doesNotContain("cy@");
    }

    @Test
    void test_ofTheSettings_saysWhatTheServerAnswered() {
        assertThat(MailCommand.Test.send(settings(Map.of()), "operator@avow.example"))
                .isEqualTo("the server took it: 250 2.0.0");
        assertThat(Mailbox.of(mail, "operator@avow.example").subject())
                .isEqualTo("A test of Avow's mail");
        assertThatThrownBy(() -> MailCommand.Test.send(settings(Map.of()), "a@b, c@d"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("--to");
        assertThatThrownBy(() ->
                        MailCommand.Test.send(
                                settings(
                                        Map.of(
                                                "AVOW_MAIL_URL",
                                                "smtp://127.0.0.1:" + FreePort.any())),
                                "operator@avow.example"))
                .hasMessageContaining("cannot be reached");
        assertThatThrownBy(() ->
                        MailCommand.Test.send(
                                settings(Map.of("AVOW_MAIL_FROM", "Avow <a@example.org>")),
                                "operator@avow.example"))
                .isInstanceOf(BadSetting.class);
    }
}
