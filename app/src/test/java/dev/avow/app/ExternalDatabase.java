package dev.avow.app;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.postgres.Options;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A server that no Avow runs, with an empty database whose owner is no superuser. */
final class ExternalDatabase implements AutoCloseable {

    private static final String PASSWORD = "fictitious p@ss:word";
    private static final String ENCODED = "fictitious%20p%40ss%3Aword";

    private final TempHome elsewhere;
    private EmbeddedPostgres server;

    private ExternalDatabase(TempHome elsewhere, EmbeddedPostgres server) {
        this.elsewhere = elsewhere;
        this.server = server;
    }

    static ExternalDatabase start() throws SQLException {
        TempHome elsewhere = TempHome.none();
        ExternalDatabase started = new ExternalDatabase(elsewhere, serve(elsewhere));
        try {
            started.letARoom();
        } catch (SQLException failed) {
            started.close();
            throw failed;
        }
        return started;
    }

    private static EmbeddedPostgres serve(TempHome elsewhere) {
        return EmbeddedPostgres.start(
                Options.inHome(elsewhere.path(), "chief", PASSWORD)
                        .withBinariesDir(Options.sharedBinariesDir())
                        .withStartTimeout(Duration.ofMinutes(1)));
    }

    /** Ends, and comes again at the same port when something else was done. */
    void beAwayFor(Runnable meanwhile) {
        server.close();
        try {
            meanwhile.run();
        } finally {
            server = serve(elsewhere);
        }
    }

    private void letARoom() throws SQLException {
        try (Connection chief =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), "chief", PASSWORD);
                Statement statement = chief.createStatement()) {
            statement.execute(
                    "CREATE ROLE tenant_db_owner LOGIN CREATEROLE PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE room OWNER tenant_db_owner");
        }
    }

    /** As {@code AVOW_DATABASE_URL} takes it. */
    String url() {
        return "postgresql://tenant_db_owner:" + ENCODED + "@127.0.0.1:" + server.port() + "/room";
    }

    @Override
    public void close() {
        server.close();
        elsewhere.close();
    }
}
