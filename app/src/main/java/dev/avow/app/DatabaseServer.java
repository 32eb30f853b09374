package dev.avow.app;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.postgres.Options;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.UnsealAccess;
import dev.avow.settings.Settings;
import dev.avow.tenancy.DatabaseAccess;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database server of an installation, embedded or external, before anybody looked at what it
 * holds.
 */
final class DatabaseServer implements AutoCloseable {

    /** Who owns everything in the embedded one. */
    static final String SUPERUSER = "avow_owner";

    private final DatabaseAccess access;
    private final @Nullable EmbeddedPostgres embedded;

    private DatabaseServer(DatabaseAccess access, @Nullable EmbeddedPostgres embedded) {
        this.access = access;
        this.embedded = embedded;
    }

    /** Whether the embedded one has data already. */
    static boolean isMade(Settings settings) {
        return settings.databaseUrl().isEmpty()
                && Files.exists(
                        Options.inHome(settings.home(), SUPERUSER, "unused")
                                .dataDir()
                                .resolve("PG_VERSION"));
    }

    /** Starts the embedded one, where none is set. The home folder must be held. */
    static DatabaseServer start(Settings settings, MasterKey master) {
        if (settings.databaseUrl().isPresent()) {
            DatabaseUrl url = DatabaseUrl.parse(settings.databaseUrl().get());
            return new DatabaseServer(
                    DatabaseAccess.of(
                            url.jdbc(),
                            url.owner(),
                            url.plaintextPassword(),
                            master,
                            settings.databasePoolSize()),
                    null);
        }
        String password = master.plaintextRolePassword(SUPERUSER, UnsealAccess.granted());
        EmbeddedPostgres embedded =
                EmbeddedPostgres.start(
                        Options.inHome(settings.home(), SUPERUSER, password)
                                .withBinariesDir(settings.databasePrograms())
                                .withParameters(
                                        Map.of(
                                                "shared_buffers",
                                                settings.databaseBuffersMebibytes() + "MB")));
        return new DatabaseServer(
                DatabaseAccess.derived(
                        embedded.jdbcUrl("postgres"),
                        SUPERUSER,
                        master,
                        settings.databasePoolSize()),
                embedded);
    }

    DatabaseAccess access() {
        return access;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
