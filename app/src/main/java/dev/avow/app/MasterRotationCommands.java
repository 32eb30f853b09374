package dev.avow.app;

import dev.avow.accounts.EmailIndexes;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.rotation.MasterRotationFile;
import dev.avow.sealing.MasterKeyFile;
import dev.avow.sealing.Rewrapping;
import dev.avow.settings.Settings;
import dev.avow.settings.Terminal;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A new version of the master key, asked for and looked at. */
final class MasterRotationCommands {

    private MasterRotationCommands() {}

    /** Asks for it. */
    @Command(
            name = "rotate-master",
            description =
                    "Asks for a new version of the master key, and keeps the present one in a file"
                            + " of its own: backups made until now open with that alone. The"
                            + " server sees to it in the background; ./avow key master says how"
                            + " far it is.",
            mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {

        private final Terminal terminal;

        @Option(
                names = "--former",
                required = true,
                paramLabel = "FILE",
                description =
                        "Where the present key is kept. Take it away from here, and destroy it"
                                + " with the last backup that needs it.")
        private Path former = Path.of("");

        Rotate(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Settings settings = terminal.settings();
            Path copy = FormerKeyFile.of(former, settings);
            try (Storage storage = Storage.forCommand(settings)) {
                MasterRotationFile file = new MasterRotationFile(settings.masterKeyFile());
                Clock clock = Clock.systemUTC();
                MasterRotationFile.Wish wish =
                        new MasterRotationFile.Wish(
                                Ids.next(),
                                storage.master().versions().getFirst(),
                                clock.instant().truncatedTo(ChronoUnit.SECONDS));
                file.requireNone();
                MasterKeyFile.requireRewritable(settings.masterKeyFile());
                MasterKeyFile.keep(settings.masterKeyFile(), copy);
                enter(storage, Services.audit(storage, settings, clock), wish);
                file.request(wish);
                terminal.out().println("master key " + wish.from() + " is kept in " + copy);
                terminal.out()
                        .println(
                                "backups made until the rotation is complete need it: ./avow"
                                        + " restore --former-master-key "
                                        + copy);
            }
            return 0;
        }

        private static void enter(Storage storage, AuditLog audit, MasterRotationFile.Wish wish) {
            for (TenantId tenant : storage.tenancy().tenants()) {
                audit.append(
                        Actor.operator(tenant),
                        new AuditEntry(
                                "master_key_rotation_requested",
                                "master_key",
                                wish.id().toString(),
                                null,
                                Map.of("version", wish.from())));
            }
        }
    }

    /** Says how far it is. */
    @Command(
            name = "master",
            description =
                    "Prints the versions of the master key, the newest first, how far a rotation"
                            + " of it is, and which keys and addresses do not open. Changes"
                            + " nothing.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final Terminal terminal;
        private int newest;
        private int older;
        private int unreadable;
        private int impossible;
        private long addresses;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Settings settings = terminal.settings();
            try (Storage storage = Storage.forCommand(settings)) {
                List<String> versions = storage.master().versions();
                terminal.out().println("versions: " + String.join(", ", versions));
                terminal.out()
                        .println(
                                "rotation: "
                                        + state(
                                                new MasterRotationFile(settings.masterKeyFile())
                                                        .read(),
                                                versions));
                EmailIndexes indexes =
                        new EmailIndexes(
                                storage.tenancy(),
                                storage.master(),
                                storage.keyring(),
                                settings.keys().batchRows());
                for (TenantId tenant : storage.tenancy().tenants()) {
                    if (allOpen(tenant, storage.keyring().rewrapping().look(tenant))) {
                        addresses(tenant, indexes.look(tenant));
                    }
                }
                terminal.out()
                        .printf(
                                "keys of tenants: %d under %s, %d under an older one, %d do not"
                                        + " open%n",
                                newest, versions.getFirst(), older, unreadable);
                terminal.out().printf("addresses: %d to be indexed under it%n", addresses);
            }
            return unreadable + impossible == 0 ? 0 : 1;
        }

        private boolean allOpen(TenantId tenant, Rewrapping.Found found) {
            newest += found.newest();
            older += found.older();
            unreadable += found.unreadable().size();
            found.unreadable()
                    .forEach(key ->
                            terminal.out().println("tenant " + tenant + " does not open: " + key));
            return found.unreadable().isEmpty();
        }

        private void addresses(TenantId tenant, EmailIndexes.Batch looked) {
            addresses += looked.moved() + looked.impossible().size();
            impossible += looked.impossible().size();
            looked.impossible()
                    .forEach(account ->
                            terminal.out()
                                    .println(
                                            "tenant "
                                                    + tenant
                                                    + ": the address of account "
                                                    + account
                                                    + " does not open, or another account has it;"
                                                    + " erase the account"));
        }

        private static String state(Optional<MasterRotationFile.Wish> wish, List<String> versions) {
            if (wish.isEmpty()) {
                return "none";
            }
            if (!versions.getFirst().equals(wish.get().from())) {
                return versions.size() == 1 ? "complete" : "rewrapping";
            }
            return versions.size() == 1 ? "requested" : "announced";
        }
    }
}
