package dev.avow.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.settings.MailSettings.Security;
import dev.avow.settings.MailSettings.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** O2, I6: mail leaves this machine by TLS, unless a setting says otherwise. */
class MailSettingsTest {

    @TempDir Path home;

    private Settings all(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(Map.of("AVOW_HOME", home.toString()));
        for (int at = 0; at < namesAndValues.length; at += 2) {
            environment.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return Settings.from(environment);
    }

    private MailSettings of(String... namesAndValues) {
        return all(namesAndValues).mail();
    }

    private Server at(String url, String allowPlain) {
        return of(
                        "AVOW_MAIL_URL",
                        url,
                        "AVOW_MAIL_FROM",
                        "avow@example.org",
                        "AVOW_MAIL_ALLOW_PLAIN",
                        allowPlain)
                .server()
                .orElseThrow();
    }

    @Test
    void server_unset_isNone() {
        assertThat(of().server()).isEmpty();
        assertThat(of().reminderDays()).containsExactly(1, 3, 10);
    }

    @ParameterizedTest
    @CsvSource({
        "smtps://mail.example.org, false, TLS, mail.example.org, 465",
        "smtps://mail.example.org:4650/, true, TLS, mail.example.org, 4650",
        "smtps://127.0.0.1, false, TLS, 127.0.0.1, 465",
        "smtp://mail.example.org, false, STARTTLS, mail.example.org, 587",
        "smtp://mail.example.org:25, true, STARTTLS_IF_OFFERED, mail.example.org, 25",
        "smtp://localhost:25, false, NONE, localhost, 25",
        "smtp://[::1]:25, false, NONE, ::1, 25",
        "smtp://127.0.0.1.example.org, false, STARTTLS, 127.0.0.1.example.org, 587"
    })
    void server_byItsUrl_isProtectedAsThatSays(
            String url, String plain, Security security, String host, int port) {
        assertThat(at(url, plain)).isEqualTo(new Server(security, host, port, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "https://mail.example.org",
                "smtp://",
                "smtp://mail.example.org/x",
                "smtp://mail.example.org?tls=no",
                "smtp://user:secret@mail.example.org",
                "smtp://us%0Aer@mail.example.org",
                "smtp://mail.example.org:99999"
            })
    void server_thatIsNone_stopsTheStartAndIsNotRepeated(String url) {
        assertThatThrownBy(() -> at(url, "false"))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_MAIL_URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void password_ofAUser_isReadFromItsFile() throws IOException {
        Path file = Files.writeString(home.resolve("password"), "a fictitious one\n");
        MailSettings mail =
                of(
                        "AVOW_MAIL_URL",
                        "smtps://avow%40example.org@mail.example.org",
                        "AVOW_MAIL_FROM",
                        "avow@example.org",
                        "AVOW_MAIL_PASSWORD_FILE",
                        file.toString());

        assertThat(mail.server().orElseThrow().user()).isEqualTo("avow@example.org");
        assertThat(mail.plaintextPassword()).contains("a fictitious one");
        assertThat(mail.server().orElseThrow().toString()).doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource({
        "AVOW_MAIL_FROM, avow@example.org, AVOW_TELEMETRY_ENABLED, false",
        "AVOW_MAIL_PASSWORD, x, AVOW_TELEMETRY_ENABLED, false",
        "AVOW_MAIL_URL, smtps://mail.example.org, AVOW_TELEMETRY_ENABLED, false"
    })
    void server_withoutWhatGoesWithIt_stopsTheStart(
            String name, String value, String other, String otherValue) {
        assertThatThrownBy(() -> of(name, value, other, otherValue).server())
                .isInstanceOf(BadSetting.class);
    }

    @Test
    void password_withoutAUserOrTwiceOrNowhere_stopsTheStart() {
        String[] server = {
            "AVOW_MAIL_URL", "smtps://mail.example.org", "AVOW_MAIL_FROM", "avow@example.org"
        };
        String[] user = {
            "AVOW_MAIL_URL", "smtps://u@mail.example.org", "AVOW_MAIL_FROM", "avow@example.org"
        };
        assertThatThrownBy(() -> of(with(server, "AVOW_MAIL_PASSWORD", "x")).server())
                .isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> of(user).server()).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> of(with(user, "AVOW_MAIL_PASSWORD_FILE", "/nowhere")).server())
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("AVOW_MAIL_PASSWORD_FILE");
        assertThatThrownBy(() ->
                        of(with(
                                        with(user, "AVOW_MAIL_PASSWORD_FILE", "/nowhere"),
                                        "AVOW_MAIL_PASSWORD",
                                        "x"))
                                .server())
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("both set");
    }

    private static String[] with(String[] before, String name, String value) {
        String[] after = java.util.Arrays.copyOf(before, before.length + 2);
        after[before.length] = name;
        after[before.length + 1] = value;
        return after;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "91", "x", "1,,3", "-1", "1;3"})
    void reminderDays_thatAreNone_stopTheStart(String days) {
        assertThatThrownBy(() -> of("AVOW_PRIVACY_REMINDER_DAYS", days).reminderDays())
                .isInstanceOf(BadSetting.class);
    }

    @Test
    void publicUrl_onAnotherMachine_isByTls() {
        assertThat(all("AVOW_PUBLIC_URL", "https://avow.example.org/").publicUrl())
                .contains("https://avow.example.org");
        assertThatThrownBy(() -> all("AVOW_PUBLIC_URL", "http://avow.example.org").publicUrl())
                .isInstanceOf(BadSetting.class);
    }
}
