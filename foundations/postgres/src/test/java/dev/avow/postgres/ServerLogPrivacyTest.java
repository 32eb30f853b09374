package dev.avow.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogPrivacyTest {
    private static final String VALUE = "marguerite.fictive@example.org";

    @TempDir Path home;

    @Test
    void log_errorsThatInvolveValues_holdsNone() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(Fixture.options(home))) {
            int port = server.port();
            Fixture.execute(port, "create table person (mail text primary key)");
            Fixture.execute(port, "insert into person values ('" + VALUE + "')");
            failing(port, "insert into person values ('" + VALUE + "')");
            failing(port, "select '" + VALUE + "'::integer");
            failing(port, "select " + VALUE.replace('.', '_'));
            failing(port, "do $$ begin raise exception '" + VALUE + "'; end $$");
            Fixture.execute(
                    port,
                    "do $$ begin raise warning '" + VALUE + "'; raise log '" + VALUE + "'; end $$");
            try (Connection connection = Fixture.connect(port);
                    PreparedStatement insert =
                            connection.prepareStatement("insert into person values (?)")) {
                insert.setString(1, VALUE);
                assertThatThrownBy(insert::execute).isInstanceOf(SQLException.class);
            }
            killOneBackendWhileItWorks(port);
            assertThat(Fixture.within(Duration.ofSeconds(60), () -> answers(port))).isTrue();
        }
        String log =
                Files.readString(Fixture.options(home).dataDir().resolveSibling("postgres.log"));
        assertThat(log)
                .doesNotContain("marguerite")
                .doesNotContain("insert into")
                .doesNotContain("pg_sleep");
    }

    /** A crash makes the server report what the killed process was running. */
    private static void killOneBackendWhileItWorks(int port) throws Exception {
        try (Connection connection = Fixture.connect(port);
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select pg_backend_pid()");
            rows.next();
            long pid = rows.getLong(1);
            Thread killer =
                    Thread.startVirtualThread(() -> {
                        Commands.pause(Duration.ofMillis(100));
                        Commands.signal(pid, "KILL");
                    });
            assertThatThrownBy(() -> statement.execute("select pg_sleep(5), '" + VALUE + "'"))
                    .isInstanceOf(SQLException.class);
            killer.join();
        }
    }

    private static boolean answers(int port) {
        try {
            return Fixture.query(port, "select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static void failing(int port, String sql) {
        assertThatThrownBy(() -> Fixture.execute(port, sql)).isInstanceOf(SQLException.class);
    }

    @Test
    void open_logOverItsLimit_rotates() throws Exception {
        Path file = home.resolve("postgres.log");
        try (var big = new RandomAccessFile(file.toFile(), "rw")) {
            big.setLength(ServerLog.LIMIT_BYTES + 1);
        }
        ServerLog log = ServerLog.open(file);
        assertThat(Files.size(file)).isZero();
        assertThat(log.startedAt()).isZero();
        assertThat(Files.size(home.resolve("postgres.log.1"))).isEqualTo(ServerLog.LIMIT_BYTES + 1);
    }
}
