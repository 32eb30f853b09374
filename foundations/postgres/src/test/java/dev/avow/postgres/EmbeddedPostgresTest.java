package dev.avow.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.postgres.PostgresUnavailable.Reason;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir Path home;

    @Test
    void start_secondTime_keepsDataAndPort() throws Exception {
        int first;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(Fixture.options(home))) {
            first = server.port();
            Fixture.execute(
                    first, "create table note (text text)", "insert into note values ('kept')");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(Fixture.options(home))) {
            // Unless another program took it in the moment between.
            assertThat(server.port() == first || isTaken(first)).isTrue();
            assertThat(Fixture.query(server.port(), "select text from note")).isEqualTo("kept");
            try (var connection =
                    DriverManager.getConnection(
                            server.jdbcUrl("postgres"), Fixture.SUPERUSER, Fixture.PASSWORD)) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    private static boolean isTaken(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (BindException taken) {
            return true;
        }
    }

    @Test
    void start_newCluster_isPrivateDurableAndLocal() throws Exception {
        Options options = Fixture.options(home);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            int port = server.port();
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(options.dataDir())))
                    .isEqualTo("rwx------");
            assertThat(Fixture.query(port, "show data_checksums")).isEqualTo("on");
            assertThat(Fixture.query(port, "show fsync")).isEqualTo("on");
            assertThat(Fixture.query(port, "show wal_segment_size")).isEqualTo("1MB");
            assertThat(Fixture.query(port, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Fixture.query(port, "show unix_socket_directories")).isEmpty();
            assertThat(Fixture.query(port, "show server_encoding")).isEqualTo("UTF8");
            assertThat(
                            Fixture.query(
                                    port,
                                    "select datlocprovider::text || datlocale from pg_database"
                                            + " limit 1"))
                    .isEqualTo("bC.UTF-8");
            assertThat(
                            Fixture.query(
                                    port,
                                    "select count(*) from pg_hba_file_rules where auth_method <>"
                                            + " 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThat(
                            Fixture.query(
                                    port,
                                    "select count(*) from pg_stat_activity where query like"
                                            + " '%secret-literal%'"))
                    .isEqualTo("0");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    server.jdbcUrl("postgres"), Fixture.SUPERUSER, "wrong"))
                    .isInstanceOf(SQLException.class);
            // Not into the database, which removes files meanwhile.
            try (var files = Files.walk(home, 2)) {
                assertThat(
                                files.filter(file ->
                                        file.toString().endsWith(".pwfile")
                                                || file.toString().endsWith(".initdb")))
                        .isEmpty();
            }
        }
    }

    @Test
    void close_twice_leavesNoProcess() {
        EmbeddedPostgres server = EmbeddedPostgres.start(Fixture.options(home));
        assertThat(Fixture.processesNaming(home)).isNotEmpty();
        server.close();
        server.close();
        assertThat(server.isRunning()).isFalse();
        assertThat(
                        Fixture.within(
                                java.time.Duration.ofSeconds(60),
                                () -> Fixture.processesNaming(home).isEmpty()))
                .isTrue();
        assertThat(EmbeddedPostgres.attach(Fixture.options(home).dataDir())).isEmpty();
    }

    @Test
    void attach_serverRunning_tellsItsPort() {
        Path data = Fixture.options(home).dataDir();
        assertThat(EmbeddedPostgres.attach(data)).isEmpty();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(Fixture.options(home))) {
            assertThat(EmbeddedPostgres.attach(data)).isEqualTo(OptionalInt.of(server.port()));
        }
    }

    @Test
    void start_alreadyRunningHere_refusesAndLeavesItAlone() throws Exception {
        Options options = Fixture.options(home);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(options))
                    .isInstanceOfSatisfying(
                            PostgresUnavailable.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE));
            assertThat(Fixture.query(server.port(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void start_portTaken_saysSo() throws IOException {
        try (ServerSocket other =
                new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Options options = Fixture.options(home).withPort(other.getLocalPort());
            assertThatThrownBy(() -> EmbeddedPostgres.start(options))
                    .hasMessageContaining("taken")
                    .isInstanceOfSatisfying(
                            PostgresUnavailable.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.PORT_TAKEN));
        }
    }

    @Test
    void start_otherMajorVersion_saysSo() throws IOException {
        Path data = Fixture.options(home).dataDir();
        Files.createDirectories(data);
        Files.writeString(data.resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(Fixture.options(home)))
                .hasMessageContaining("PostgreSQL 16")
                .isInstanceOfSatisfying(
                        PostgresUnavailable.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.OTHER_MAJOR_VERSION));
    }

    @Test
    void start_unknownParameter_failsAndLeavesNoProcess() {
        Options options = Fixture.options(home).withParameters(Map.of("no_such_thing", "1"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(options))
                .isInstanceOf(PostgresUnavailable.class);
        assertThat(Fixture.processesNaming(options.dataDir())).isEmpty();
    }
}
