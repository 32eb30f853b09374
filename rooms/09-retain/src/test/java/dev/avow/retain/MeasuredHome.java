package dev.avow.retain;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.postgres.Options;
import dev.avow.sealing.MasterKey;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Tenancy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The folder of measurements of many rows: a database that waits for its disk, keys, an archive.
 * {@link ScaleMeasurement} fills it.
 */
record MeasuredHome(Path folder) {

    private static final String PASSWORD = "fictitious-owner-password";

    /** {@code -Davow.measure.home=FOLDER}. */
    static MeasuredHome given() {
        return new MeasuredHome(Path.of(System.getProperty("avow.measure.home", ".")));
    }

    EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.start(
                Options.inHome(folder, "avow_owner", PASSWORD)
                        .withBinariesDir(Options.sharedBinariesDir()));
    }

    Tenancy open(EmbeddedPostgres server) {
        return Tenancy.open(
                DatabaseAccess.of(
                        server.jdbcUrl("postgres"), "avow_owner", PASSWORD, master(), 10));
    }

    MasterKey master() {
        return MasterKey.readOrCreate(folder.resolve("master.json"));
    }

    static Connection owner(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("postgres"), "avow_owner", PASSWORD);
    }

    /** Writes a line of figures to {@code target/scale.txt}. */
    static void told(String what) throws IOException {
        Files.writeString(
                Path.of("target", "scale.txt"),
                what + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
