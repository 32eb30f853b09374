package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P6: letters over HTTP, for administrators alone. */
final class LetterRoutesTest {

    private static final String PATH = "/api/v1/privacy-requests";

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    private String entered() {
        return PATH
                + "/"
                + site.asAdmin(
                                "POST",
                                PATH,
                                """
                                {"kind":"access","law":"gdpr","contact":"mina@example.org",
                                 "subject_reference":"customer 4711"}
                                """)
                        .json()
                        .path("id")
                        .asString();
    }

    @Test
    void letter_acknowledgement_isAPdfAndAudited() {
        Site.Answer letter = site.asAdmin("GET", entered() + "/letters/acknowledgement.pdf", null);

        assertThat(letter.status()).isEqualTo(200);
        assertThat(letter.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(new String(letter.http().body(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(site.actions()).contains("privacy_letter_made");
    }

    @Test
    void send_whereNoMailServerIsSetUp_isRefusedAndSaysWhatToDo() {
        String one = entered();

        Site.Answer refused = site.asAdmin("POST", one + "/letters/acknowledgement/send", null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/error/message").asString()).contains("AVOW_MAIL_URL");
        Site.Answer mails = site.asAdmin("GET", one + "/mails", null);
        assertThat(mails.json().path("sending").asBoolean()).isFalse();
        assertThat(mails.json().path("items")).isEmpty();
        assertThat(
                        site.send(
                                        "GET",
                                        one + "/mails",
                                        null,
                                        "Authorization",
                                        site.key(Set.of(Scope.READ), null))
                                .status())
                .isEqualTo(403);
        assertThat(site.actions()).doesNotContain("privacy_letter_mailed");
    }

    @Test
    void letter_thatDoesNotFitOrOfNothing_isRefusedAndNotAudited() {
        String one = entered();

        assertThat(site.asAdmin("GET", one + "/letters/refusal.pdf", null).status()).isEqualTo(409);
        assertThat(site.asAdmin("GET", one + "/letters/love.pdf", null).status()).isEqualTo(404);
        assertThat(
                        site.asAdmin(
                                        "GET",
                                        PATH
                                                + "/00000000-0000-7000-8000-00000000dead/letters/completion.pdf",
                                        null)
                                .status())
                .isEqualTo(404);
        assertThat(
                        site.send(
                                        "GET",
                                        one + "/letters/acknowledgement.pdf",
                                        null,
                                        "Authorization",
                                        site.key(Set.of(Scope.READ), null))
                                .status())
                .isEqualTo(403);
        assertThat(site.actions()).doesNotContain("privacy_letter_made");
    }
}
