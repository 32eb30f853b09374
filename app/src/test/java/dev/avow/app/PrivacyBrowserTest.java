package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.settings.Settings;
import dev.avow.smtp.LocalMailServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * P6: who is no user asks by the public form in a real browser, which says of each form where it is
 * from. Pictures are kept with {@code -Davow.pictures=all}.
 */
final class PrivacyBrowserTest {

    private static final Pattern CODE = Pattern.compile("(?m)^([0-9A-Z]{10})\\r?$");

    @Test
    void form_inARealBrowser_leadsToARequestThatItsSenderCanFollow()
            throws IOException, InterruptedException {
        try (LocalMailServer mail = LocalMailServer.start(LocalMailServer.Manner.PLAIN);
                TempHome home = TempHome.fresh();
                Server server = Server.start(settings(home, mail))) {
            List<String> told = walk(server, mail);
            assertThat(told).last().isEqualTo("ok");
        }
    }

    private static Settings settings(TempHome home, LocalMailServer mail) {
        return home.settings(
                Map.of(
                        "AVOW_MAIL_URL",
                        "smtp://127.0.0.1:" + mail.port(),
                        "AVOW_MAIL_FROM",
                        "privacy@avow.example",
                        "AVOW_PRIVACY_FORM_ENABLED",
                        "true",
                        "AVOW_PRIVACY_FORM_PER_NETWORK",
                        "20",
                        "AVOW_CONTROLLER_NAME",
                        "Distel GmbH",
                        "AVOW_CONTROLLER_CONTACT",
                        "privacy@distel.example"));
    }

    /** The browser says whom it is; what was mailed there is given back to it. */
    private static List<String> walk(Server server, LocalMailServer mail)
            throws IOException, InterruptedException {
        Path console = Path.of("..", "web", "console").toAbsolutePath().normalize();
        ProcessBuilder builder =
                new ProcessBuilder(
                                "node",
                                console.resolve("e2e/privacy.mjs").toString(),
                                Path.of("target", "privacy-pictures").toAbsolutePath().toString())
                        .directory(console.toFile())
                        .redirectErrorStream(true);
        builder.environment().put("AVOW_URL", server.url());
        builder.environment().put("AVOW_PICTURES", System.getProperty("avow.pictures", "none"));
        Process browser = builder.start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines = browser.inputReader();
                Writer codes = browser.outputWriter()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
                if (line.endsWith("@example.org")) {
                    codes.write(code(mail, line) + "\n");
                    codes.flush();
                }
            }
            assertThat(browser.waitFor(10, TimeUnit.SECONDS)).as("%s", told).isTrue();
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
        return told;
    }

    private static String code(LocalMailServer mail, String address) {
        Matcher code = CODE.matcher(Mailbox.of(mail, address).body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
