package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.postgres.Options;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code AVOW_DATABASE_URL}: a server that is not ours, and an owner who is no superuser. */
final class ExternalDatabaseTest {

    private static final String PASSWORD = "fictitious p@ss:word";
    private static final String ENCODED = "fictitious%20p%40ss%3Aword";

    @Test
    void externalDatabase_ownedByAPlainRole_servesInTheSameWay() throws SQLException {
        try (TempHome elsewhere = TempHome.none();
                EmbeddedPostgres external =
                        EmbeddedPostgres.start(
                                Options.inHome(elsewhere.path(), "chief", PASSWORD)
                                        .withBinariesDir(Options.sharedBinariesDir())
                                        .withStartTimeout(Duration.ofMinutes(1)));
                TempHome home = TempHome.none()) {
            letARoomTo(external);
            Map<String, String> settings =
                    Map.of(
                            "AVOW_DATABASE_URL",
                            "postgresql://tenant_db_owner:"
                                    + ENCODED
                                    + "@127.0.0.1:"
                                    + external.port()
                                    + "/room");
            String key =
                    AvowProcess.run(home.path(), settings, "key", "create", "--name", "ext").line();
            try (AvowProcess avow = AvowProcess.serve(home.path(), settings)) {
                assertThat(LifecycleTest.chat(avow, key, "avow/mirror")).isEqualTo(200);
                String during =
                        AvowProcess.run(home.path(), settings, "key", "create", "--name", "2")
                                .line();
                assertThat(LifecycleTest.chat(avow, during, "avow/mirror")).isEqualTo(200);
                assertThat(AvowProcess.database(home.path())).isEmpty();
                assertThat(avow.out() + avow.err()).doesNotContain("fictitious");
                avow.kill();
            }
            try (AvowProcess again = AvowProcess.serve(home.path(), settings)) {
                assertThat(LifecycleTest.chat(again, key, "avow/mirror")).isEqualTo(200);
            }
        }
    }

    private static void letARoomTo(EmbeddedPostgres external) throws SQLException {
        try (Connection chief =
                        DriverManager.getConnection(
                                external.jdbcUrl("postgres"), "chief", PASSWORD);
                Statement statement = chief.createStatement()) {
            statement.execute(
                    "CREATE ROLE tenant_db_owner LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE room OWNER tenant_db_owner");
        }
    }
}
