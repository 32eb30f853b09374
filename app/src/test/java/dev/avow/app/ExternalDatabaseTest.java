package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code AVOW_DATABASE_URL}: a server that is not ours, and an owner who is no superuser. */
final class ExternalDatabaseTest {

    @Test
    void externalDatabase_ownedByAPlainRole_servesInTheSameWay() throws SQLException {
        try (ExternalDatabase external = ExternalDatabase.start();
                TempHome home = TempHome.none()) {
            Map<String, String> settings = Map.of("AVOW_DATABASE_URL", external.url());
            String key =
                    AvowHere.run(home.path(), settings, "key", "create", "--name", "ext").line();
            try (AvowProcess avow = AvowProcess.serve(home.path(), settings)) {
                assertThat(LifecycleTest.chat(avow, key, "avow/mirror")).isEqualTo(200);
                String during =
                        AvowHere.run(home.path(), settings, "key", "create", "--name", "2").line();
                assertThat(LifecycleTest.chat(avow, during, "avow/mirror")).isEqualTo(200);
                assertThat(AvowProcess.database(home.path())).isEmpty();
                assertThat(avow.out() + avow.err()).doesNotContain("fictitious");
                avow.kill();
            }
            try (AvowHere again = AvowHere.serve(home.path(), settings)) {
                assertThat(LifecycleTest.chat(again, key, "avow/mirror")).isEqualTo(200);
            }
        }
    }
}
