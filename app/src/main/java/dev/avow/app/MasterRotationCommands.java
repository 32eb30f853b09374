package dev.avow.app;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.rotation.MasterRotationFile;
import dev.avow.sealing.MasterKeyFile;
import dev.avow.sealing.Rewrapping;
import dev.avow.settings.Settings;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

        @Option(
                names = "--former",
                required = true,
                paramLabel = "FILE",
                description =
                        "Where the present key is kept. Take it away from here, and destroy it"
                                + " with the last backup that needs it.")
        private Path former = Path.of("");

        @Override
        public Integer call() {
            Settings settings = Settings.from(System.getenv());
            Path copy = former.toAbsolutePath().normalize();
            refuseBesideOtherKeys(settings, copy);
            try (Storage storage = Storage.forCommand(settings)) {
                MasterRotationFile file = new MasterRotationFile(settings.masterKeyFile());
                Clock clock = Clock.systemUTC();
                MasterRotationFile.Wish wish =
                        new MasterRotationFile.Wish(
                                Ids.next(),
                                storage.master().versions().getFirst(),
                                clock.instant().truncatedTo(ChronoUnit.SECONDS));
                file.requireNone();
                MasterKeyFile.keep(settings.masterKeyFile(), copy);
                enter(storage, Services.audit(storage, settings, clock), wish);
                file.request(wish);
                System.out.println("master key " + wish.from() + " is kept in " + copy);
                System.out.println(
                        "backups made until the rotation is complete need it: ./avow restore"
                                + " --former-master-key "
                                + copy);
            }
            return 0;
        }

        /** Whoever finds backups and a copy of the other keys together shall open nothing. */
        private static void refuseBesideOtherKeys(Settings settings, Path copy) {
            Stream.concat(Stream.of(settings.keysDir()), settings.backups().keysDir().stream())
                    .filter(keys -> copy.startsWith(keys.toAbsolutePath().normalize()))
                    .findFirst()
                    .ifPresent(keys -> {
                        throw Fault.of(
                                        FaultCode.INVALID_VALUE,
                                        "--former must not lie in "
                                                + keys
                                                + ", where the other keys or their copy are")
                                .asException();
                    });
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
                            + " of it is, and which tenants' keys do not open. Changes nothing.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Override
        public Integer call() {
            Settings settings = Settings.from(System.getenv());
            int unreadable = 0;
            try (Storage storage = Storage.forCommand(settings)) {
                List<String> versions = storage.master().versions();
                System.out.println("versions: " + String.join(", ", versions));
                System.out.println(
                        "rotation: "
                                + state(
                                        new MasterRotationFile(settings.masterKeyFile()).read(),
                                        versions));
                int newest = 0;
                int older = 0;
                for (TenantId tenant : storage.tenancy().tenants()) {
                    Rewrapping.Found found = storage.keyring().rewrapping().look(tenant);
                    newest += found.newest();
                    older += found.older();
                    unreadable += found.unreadable().size();
                    found.unreadable()
                            .forEach(key ->
                                    System.out.println(
                                            "tenant " + tenant + " does not open: " + key));
                }
                System.out.printf(
                        "keys of tenants: %d under %s, %d under an older one, %d do not open%n",
                        newest, versions.getFirst(), older, unreadable);
            }
            return unreadable == 0 ? 0 : 1;
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
