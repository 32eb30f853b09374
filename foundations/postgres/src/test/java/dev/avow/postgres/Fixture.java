package dev.avow.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the tests of the embedded server share. */
final class Fixture {
    static final String SUPERUSER = "keeper";
    static final String PASSWORD = "correct-horse-battery";

    private Fixture() {}

    /** A home of its own; the programs are unpacked once per machine. */
    static Options options(Path home) {
        return Options.inHome(home, SUPERUSER, PASSWORD)
                .withBinariesDir(Options.sharedBinariesDir());
    }

    static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, PASSWORD);
    }

    static void execute(int port, String... statements) throws SQLException {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String query(int port, String sql) throws SQLException {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The live postmaster of a home. */
    static Postmaster postmaster(Path home) throws IOException {
        return Postmaster.of(DataDirectory.prepare(options(home).dataDir())).orElseThrow();
    }

    /** Processes whose command line names the folder. */
    static List<Long> processesNaming(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info()
                                .commandLine()
                                .filter(line -> line.contains(folder.toString()))
                                .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    static boolean within(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Commands.pause(Duration.ofMillis(20));
        }
        return true;
    }
}
