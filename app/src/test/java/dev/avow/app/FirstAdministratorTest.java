package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** I2: a first account that cannot be made stops the start, and the line says which setting. */
final class FirstAdministratorTest {

    @ParameterizedTest
    @CsvSource({
        "no address, a fictitious password, AVOW_ADMIN_EMAIL, an e-mail address",
        "ada@example.org, tooshort, AVOW_ADMIN_PASSWORD, 12 to 1024 characters",
        "ada.lovelace@example.org, ada.lovelace@example.org, AVOW_ADMIN_PASSWORD, must not be",
    })
    void start_withAnAccountThatWillNotDo_namesTheSettingAndTheRemedy(
            String email, String password, String setting, String remedy) throws Exception {
        try (TempHome home = TempHome.fresh()) {
            AvowProcess.Ended ended =
                    AvowHere.run(
                            home.path(),
                            Map.of("AVOW_ADMIN_EMAIL", email, "AVOW_ADMIN_PASSWORD", password),
                            "start");

            LifecycleTest.assertOneLine(ended);
            assertThat(ended.err()).contains(setting, remedy).doesNotContain(password);
        }
    }

    /** What was begun for a server that then did not start went on in its JVM. */
    @Test
    void start_refused_leavesNoVertxBehind() {
        try (TempHome home = TempHome.fresh()) {
            long before = watchers();

            AvowProcess.Ended ended =
                    AvowHere.run(
                            home.path(),
                            Map.of(
                                    "AVOW_ADMIN_EMAIL", "ada@example.org",
                                    "AVOW_ADMIN_PASSWORD", "tooshort"),
                            "start");

            assertThat(ended.status()).isEqualTo(1);
            Eventually.holds("no Vert.x more than before", () -> watchers() <= before);
        }
    }

    /** Each Vert.x has one. */
    private static long watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("vertx-blocked-thread-checker"))
                .count();
    }
}
