package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * O3: the console, in a real browser, on the real server: signing in, trying a message, watching it
 * in the list, policies, keys, providers, the audit log, an incident (T5), a privacy request (P6),
 * consents (P5), aliases and budgets, groups of people (B7), announcements (T4), what is refused in
 * French, what a viewer is told; in English and French, light and dark, wide and narrow. The script
 * fails on anything that the browser complains of, and on any request that leaves the server.
 * Pictures are kept with {@code -Davow.pictures=all}.
 */
class ConsoleTest {

    private static final long PATIENCE_SECONDS = 360;
    private static final String EMAIL = "console@example.org";
    private static final String PASSWORD = "a-long-enough-password";

    @Test
    void console_inARealBrowser_doesWhatItSays(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path console = Path.of("..", "web", "console").toAbsolutePath().normalize();
        Path home = folder.resolve("home");
        Path output = folder.resolve("output.txt");
        try (AvowProcess avow =
                AvowProcess.serve(
                        home,
                        Map.of(
                                "AVOW_ADMIN_EMAIL",
                                EMAIL,
                                "AVOW_ADMIN_PASSWORD",
                                PASSWORD,
                                "AVOW_TRUST_REFRESH_SECONDS",
                                "0"))) {
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    "node",
                                    console.resolve("e2e/pages.mjs").toString(),
                                    Path.of("target", "console-pictures")
                                            .toAbsolutePath()
                                            .toString())
                            .directory(console.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().put("AVOW_PICTURES", System.getProperty("avow.pictures", "none"));
            builder.environment().put("AVOW_URL", avow.url());
            builder.environment().put("AVOW_EMAIL", EMAIL);
            builder.environment().put("AVOW_PASSWORD", PASSWORD);
            Process browser = builder.start();
            boolean ended = browser.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                browser.descendants().forEach(ProcessHandle::destroyForcibly);
                browser.destroyForcibly().waitFor();
            }
            String told = Files.readString(output);
            assertThat(ended).as("it took too long:\n%s", told).isTrue();
            assertThat(browser.exitValue()).as("%s", told).isZero();
            assertThat(told).contains("ok  try it: typed, left, came back");
        }
    }
}
