package dev.avow.testing;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.postgres.Options;
import dev.avow.sealing.MasterKey;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * The one server of this JVM, started when a test first needs it and gone with the JVM. Nothing on
 * it outlives a test run, so it does not wait for the disk.
 */
final class TestServer {

    static final String OWNER = "avow_owner";
    static final String PASSWORD = "fictitious-owner-password";
    static final String TEMPLATE = "avow_template";

    private static final Map<String, String> CARELESS =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    private final EmbeddedPostgres server;
    private final Path folder;
    private final MasterKey masterKey;

    private TestServer(EmbeddedPostgres server, Path folder, MasterKey masterKey) {
        this.server = server;
        this.folder = folder;
        this.masterKey = masterKey;
    }

    /** Started by whoever asks first; the others wait. */
    private static final class Holder {
        static final TestServer RUNNING = start();
    }

    static TestServer running() {
        return Holder.RUNNING;
    }

    private static TestServer start() {
        try {
            Path home = Scratch.folder("avow-test-");
            if (!KeptCluster.copyTo(home)) {
                make(home);
                KeptCluster.keep(home);
            }
            TestServer running = start(home);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        running.server.close();
                                        Scratch.delete(home);
                                    },
                                    "avow-test-server-end"));
            return running;
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private static TestServer start(Path home) {
        EmbeddedPostgres server =
                EmbeddedPostgres.start(
                        Options.inHome(home, OWNER, PASSWORD)
                                .withBinariesDir(Options.sharedBinariesDir())
                                .withStartTimeout(Duration.ofMinutes(2))
                                .withParameters(CARELESS));
        return new TestServer(server, home, MasterKey.readOrCreate(home.resolve("master.json")));
    }

    /** A cluster with the template; nothing runs on it afterwards. */
    private static void make(Path home) throws IOException {
        TestServer first = start(home);
        try {
            first.execute("postgres", "CREATE DATABASE " + TEMPLATE);
            Tenancy.open(first.access(TEMPLATE)).close();
        } finally {
            first.server.close();
        }
        PlaintextSignIn.on(home);
        // Each copy's server finds a port of its own.
        Files.deleteIfExists(home.resolve("postgres/data.port"));
    }

    Path folder() {
        return folder;
    }

    MasterKey masterKey() {
        return masterKey;
    }

    String jdbcUrl(String database) {
        return server.jdbcUrl(database);
    }

    DatabaseAccess access(String database) {
        return DatabaseAccess.of(jdbcUrl(database), OWNER, PASSWORD, masterKey, 5);
    }

    /** Statements as the owner, each on its own. */
    void execute(String database, String... statements) {
        try (Connection connection =
                        DriverManager.getConnection(jdbcUrl(database), OWNER, PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the test server refused a statement", failed);
        }
    }
}
