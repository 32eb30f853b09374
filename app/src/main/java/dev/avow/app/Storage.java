package dev.avow.app;

import dev.avow.postgres.EmbeddedPostgres;
import dev.avow.postgres.Options;
import dev.avow.retain.PrivacyJournal;
import dev.avow.sealing.Keyring;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SealingAlgorithm;
import dev.avow.sealing.SubjectKeyFiles;
import dev.avow.sealing.UnsealAccess;
import dev.avow.settings.Settings;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.KeyMatch;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.tenancy.Tenancy;
import dev.avow.tenancy.TenantKeyStore;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The keys and the database of an installation: the embedded server, one that another process of
 * this installation runs, or an external one.
 */
final class Storage implements AutoCloseable {

    private final MasterKey master;
    private final Tenancy tenancy;
    private final Keyring keyring;
    private final PrivacyJournal privacyJournal;
    private final DatabaseAccess access;
    private final @Nullable DatabaseServer server;
    private final @Nullable Home home;

    private Storage(
            MasterKey master,
            Settings settings,
            DatabaseAccess access,
            Tenancy tenancy,
            @Nullable DatabaseServer server,
            @Nullable Home home) {
        this.master = master;
        this.tenancy = tenancy;
        this.keyring =
                new Keyring(
                        master,
                        new TenantKeyStore(tenancy),
                        new SubjectKeyFiles(settings.keysDir()),
                        SealingAlgorithm.of(settings.keys().algorithm()));
        this.privacyJournal = new PrivacyJournal(settings.keysDir());
        this.access = access;
        this.server = server;
        this.home = home;
    }

    /** For the server: holds the home folder, and refuses where another server does. */
    static Storage forServer(Settings settings) {
        Home home =
                Home.hold(settings.home())
                        .orElseThrow(() ->
                                Fault.of(
                                                FaultCode.CONFLICT,
                                                "another Avow runs on "
                                                        + settings.home()
                                                        + "; stop it first, or set AVOW_HOME to"
                                                        + " another folder")
                                        .asException());
        new SubjectKeyFiles(settings.keysDir()).sweep();
        return open(settings, home);
    }

    /** For a command: works beside a running server and without one. */
    static Storage forCommand(Settings settings) {
        Optional<Home> home = Home.hold(settings.home());
        if (home.isPresent() || settings.databaseUrl().isPresent()) {
            return open(settings, home.orElse(null));
        }
        MasterKey master = Masters.of(settings);
        String password =
                master.plaintextRolePassword(DatabaseServer.SUPERUSER, UnsealAccess.granted());
        Options options = Options.inHome(settings.home(), DatabaseServer.SUPERUSER, password);
        OptionalInt port = waitForServer(options);
        if (port.isEmpty()) {
            throw Fault.of(
                            FaultCode.STORE_UNAVAILABLE,
                            "the server that holds "
                                    + settings.home()
                                    + " is not ready; try again in a moment")
                    .asException();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port.getAsInt() + "/postgres";
        DatabaseAccess access = DatabaseAccess.derived(url, DatabaseServer.SUPERUSER, master, 2);
        return new Storage(master, settings, access, Tenancy.open(access), null, null);
    }

    /** A server that was started a moment ago may still be on its way. */
    private static OptionalInt waitForServer(Options options) {
        for (int tries = 0; tries < 40; tries++) {
            OptionalInt port = EmbeddedPostgres.attach(options.dataDir());
            if (port.isPresent()) {
                return port;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(250_000_000);
        }
        return OptionalInt.empty();
    }

    private static Storage open(Settings settings, @Nullable Home home) {
        DatabaseServer server = null;
        try {
            MasterKey master = Masters.of(settings);
            server = DatabaseServer.start(settings, master);
            if (settings.databaseUrl().isPresent()) {
                KeyMatch.require(server.access(), master);
            }
            RestoreMark.finish(settings.home(), server.access());
            SpareDatabase.dropLeftOver(server.access());
            Tenancy tenancy = Tenancy.open(server.access());
            try {
                if (settings.databaseUrl().isPresent()) {
                    SharedFolders.require(tenancy, settings);
                }
                return new Storage(master, settings, server.access(), tenancy, server, home);
            } catch (RuntimeException refused) {
                tenancy.close();
                throw refused;
            }
        } catch (RuntimeException failed) {
            if (server != null) {
                server.close();
            }
            if (home != null) {
                home.close();
            }
            throw failed;
        }
    }

    /** The way in as the owner: for backups alone. */
    DatabaseAccess access() {
        return access;
    }

    MasterKey master() {
        return master;
    }

    Tenancy tenancy() {
        return tenancy;
    }

    Keyring keyring() {
        return keyring;
    }

    /** What no restore may undo. */
    PrivacyJournal privacyJournal() {
        return privacyJournal;
    }

    @Override
    public void close() {
        tenancy.close();
        if (server != null) {
            server.close();
        }
        if (home != null) {
            home.close();
        }
    }
}
