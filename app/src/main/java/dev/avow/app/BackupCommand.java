package dev.avow.app;

import dev.avow.backup.BackupPlace;
import dev.avow.backup.Manifest;
import dev.avow.prove.StoredAuditLog;
import dev.avow.settings.Settings;
import dev.avow.settings.Terminal;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a backup now, beside a running server or without one. */
@Command(
        name = "backup",
        description = {
            "Makes a backup now, also while the server runs, and reads it back.",
            "Its location stands alone on the last line; ./avow restore takes it."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--to",
            paramLabel = "PLACE",
            description =
                    "A folder or s3://bucket/prefix in which to put it. Default:"
                            + " AVOW_BACKUP_LOCATION.")
    private @Nullable String to;

    @Option(
            names = "--verify",
            description = "Also restores it into a database of its own, which is dropped again.")
    private boolean verify;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Settings settings = terminal.settings();
        BackupPlace place = place(settings);
        try (Storage storage = Storage.forCommand(settings)) {
            StoredAuditLog audit = Services.audit(storage, settings, Clock.systemUTC());
            BackupRun.Done done =
                    new BackupRun(settings, storage, audit, Clock.systemUTC()).run(place, verify);
            Manifest manifest = done.made().manifest();
            terminal.out()
                    .printf(
                            "%d rows of %d tables as of %s, %d bytes%n",
                            manifest.rows(),
                            manifest.tables().size(),
                            manifest.takenAt(),
                            manifest.bytes());
            terminal.out()
                    .println(
                            verify
                                    ? "checked: every block opens, and it can be restored"
                                    : "checked: every block opens");
            terminal.out().println(done.location());
        }
        return 0;
    }

    private BackupPlace place(Settings settings) {
        String named = to;
        String location = named == null ? settings.backups().location() : named;
        Places.check(location, settings.objectStore())
                .ifPresent(line -> terminal.err().println("avow: " + line));
        if (named == null) {
            return Places.backups(settings);
        }
        return Places.backups(named, settings.objectStore())
                .orElseThrow(() ->
                        Fault.of(FaultCode.INVALID_VALUE, "--to" + Places.FORM).asException());
    }
}
