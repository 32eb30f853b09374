package dev.avow.app;

import dev.avow.backup.BackupPlace;
import dev.avow.backup.FolderPlace;
import dev.avow.backup.Replay;
import dev.avow.backup.Restoration;
import dev.avow.settings.ObjectStoreSettings;
import dev.avow.settings.Settings;
import dev.avow.settings.Terminal;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a stopped installation back to a backup. */
@Command(
        name = "restore",
        description = {
            "Puts the stopped installation back to a backup. People who were erased since stay"
                    + " erased, and legal holds stay in force.",
            "Until all of it is done, the installation stays as it is."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "LOCATION",
            description = "What ./avow backup printed on its last line.")
    private String location = "";

    @Option(
            names = "--keep-former",
            description = "Does not drop the database that was in use before.")
    private boolean keepFormer;

    @Option(
            names = "--former-master-key",
            paramLabel = "FILE",
            description =
                    "The master key that the backup was made under, where it was rotated since:"
                            + " what ./avow key rotate-master kept.")
    private @Nullable Path formerMasterKey;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = terminal.settings();
        Found found = found(settings.objectStore());
        RestoreRun.Done done =
                new RestoreRun(settings, Optional.ofNullable(formerMasterKey))
                        .run(found.place(), found.name(), keepFormer);
        print(done);
        return 0;
    }

    private record Found(BackupPlace place, String name) {}

    private Found found(ObjectStoreSettings settings) {
        return (location.contains("://") ? object(settings) : folder())
                .orElseThrow(() ->
                        Fault.of(
                                        FaultCode.INVALID_VALUE,
                                        "LOCATION must be the folder of a backup, or s3://…, as"
                                                + " ./avow backup prints it")
                                .asException());
    }

    private Optional<Found> object(ObjectStoreSettings settings) {
        String whole =
                location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        int end = whole.lastIndexOf('/');
        String place = whole.substring(0, end);
        return place.contains("://")
                ? Places.backups(place, settings)
                        .map(each -> new Found(each, whole.substring(end + 1)))
                : Optional.empty();
    }

    private Optional<Found> folder() {
        try {
            Path folder = Path.of(location).toAbsolutePath().normalize();
            Path parent = folder.getParent();
            return parent == null
                    ? Optional.empty()
                    : Optional.of(
                            new Found(new FolderPlace(parent), folder.getFileName().toString()));
        } catch (InvalidPathException malformed) {
            return Optional.empty();
        }
    }

    private void print(RestoreRun.Done done) {
        terminal.out().println("restored: the data as of " + done.manifest().takenAt());
        for (Restoration.Table table : done.tables()) {
            if (table.restored() + table.erased() + table.orphans() > 0) {
                terminal.out()
                        .printf("  %-24s %d rows%s%n", table.name(), table.restored(), out(table));
            }
        }
        Replay.Replayed replayed = done.replayed();
        terminal.out()
                .printf(
                        "replayed: %d erasures since the backup (%d rows more were removed), %d"
                                + " legal holds placed, %d released%n",
                        replayed.erasures(),
                        replayed.erasedRows(),
                        replayed.holdsPlaced(),
                        replayed.holdsReleased());
        terminal.out()
                .printf(
                        "ended: %d sessions; %d uses of models that had not ended are marked as"
                                + " interrupted%n",
                        replayed.signedOut(), replayed.interrupted());
        done.lost()
                .forEach((tenant, entries) ->
                        terminal.out()
                                .println(
                                        "the audit log of tenant "
                                                + tenant
                                                + " lost up to "
                                                + entries
                                                + " entries; the checkpoints that prove them are"
                                                + " kept in "
                                                + done.checkpoints()
                                                + ", see docs/audit.md"));
        done.former()
                .ifPresent(name ->
                        terminal.out().println("the database that was in use is kept as " + name));
        terminal.out()
                .println(
                        "Keys, accounts and policies are as they were then: what was revoked or"
                                + " closed since must be again.");
    }

    private static String out(Restoration.Table table) {
        return table.erased() + table.orphans() == 0
                ? ""
                : ", %d left out since their person was erased"
                        .formatted(table.erased() + table.orphans());
    }
}
