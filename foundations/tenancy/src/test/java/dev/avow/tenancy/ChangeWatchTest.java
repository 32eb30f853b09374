package dev.avow.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.postgres.Options;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
final class ChangeWatchTest {

    private static final String OWNER = "avow_owner";
    private static final String PASSWORD = "fictitious-password";

    @TempDir Path home;

    /** Passes bytes on both ways; the first connection goes silent when told so, and stays open. */
    private static final class Relay implements AutoCloseable {

        final CountDownLatch silent = new CountDownLatch(1);
        private final ServerSocket listening;
        private final URI server;

        Relay(URI server) throws IOException {
            this.server = server;
            this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        }

        String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + listening.getLocalPort() + "/" + database;
        }

        private void accept() {
            boolean first = true;
            try {
                while (true) {
                    Socket here = listening.accept();
                    Socket there = new Socket(server.getHost(), server.getPort());
                    boolean mayGoSilent = first;
                    Thread.ofVirtual().start(() -> pass(here, there, mayGoSilent));
                    Thread.ofVirtual().start(() -> pass(there, here, mayGoSilent));
                    first = false;
                }
            } catch (IOException closed) {
                // The test is over.
            }
        }

        private void pass(Socket from, Socket to, boolean mayGoSilent) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] bytes = new byte[8_192];
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    if (!mayGoSilent || silent.getCount() > 0) {
                        out.write(bytes, 0, read);
                    }
                }
            } catch (IOException gone) {
                // One side has ended; the other notices by itself.
            }
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    /** Counts what it is told. */
    private static final class Told implements ChangeWatch.Listener {
        final Semaphore anything = new Semaphore(0);
        final Semaphore table = new Semaphore(0);

        @Override
        public void changed(String table) {
            this.table.release();
        }

        @Override
        public void everythingMayHaveChanged() {
            anything.release();
        }
    }

    @Test
    void watch_connectionGoneWithoutAWord_connectsAnewAndSaysThatAnythingMayHaveChanged()
            throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(
                        Options.inHome(home, OWNER, PASSWORD)
                                .withBinariesDir(Options.sharedBinariesDir())
                                .withStartTimeout(Duration.ofMinutes(2)))) {
            execute(server, "CREATE ROLE avow_app LOGIN PASSWORD '" + PASSWORD + "'");
            URI address = URI.create(server.jdbcUrl("postgres").substring("jdbc:".length()));
            Told told = new Told();
            try (Relay relay = new Relay(address);
                    ChangeWatch _ =
                            new ChangeWatch(
                                    new DatabaseAccess(
                                            relay.url("postgres"),
                                            OWNER,
                                            RolePasswords.of(PASSWORD),
                                            RolePasswords.of(PASSWORD),
                                            1),
                                    told,
                                    200,
                                    "3")) { // longer than a busy machine stands still
                assertThat(told.anything.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
                assertThat(told.anything.tryAcquire(1, TimeUnit.SECONDS))
                        .as("silence alone is no loss")
                        .isFalse();

                relay.silent.countDown();

                assertThat(told.anything.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
                execute(server, "NOTIFY avow_changed, 'policies'");
                assertThat(told.table.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection owner =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), OWNER, PASSWORD);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
