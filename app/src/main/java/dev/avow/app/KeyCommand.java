package dev.avow.app;

import dev.avow.accounts.ApiKeys;
import dev.avow.accounts.KeyRules;
import dev.avow.admit.Scope;
import dev.avow.prove.Actor;
import dev.avow.rotation.KeyRotations;
import dev.avow.settings.Settings;
import dev.avow.settings.Terminal;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keys for programs, the key that a tenant's data is sealed under, and the master key. */
@Command(
        name = "key",
        description =
                "Keys for programs that call Avow, the key that a tenant's data is sealed under,"
                        + " and the master key.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KeyCommand.Create.class,
            KeyCommand.Rotate.class,
            MasterRotationCommands.Rotate.class,
            MasterRotationCommands.Show.class,
            MasterKeyCommands.Wrap.class,
            MasterKeyCommands.Unwrap.class
        })
final class KeyCommand {

    /** Asks for a new version of a tenant's sealing key. */
    @Command(
            name = "rotate",
            description =
                    "Asks for a new version of the key that a tenant's data is sealed under, and"
                            + " prints the rotation's id. The server sees to it in the background;"
                            + " GET /api/v1/key-rotations/ID says how far it is.",
            mixinStandardHelpOptions = true)
    static final class Rotate implements Callable<Integer> {

        private final Terminal terminal;

        @Option(
                names = "--tenant",
                description =
                        "The tenant's id. Default: the tenant that every installation begins with.")
        private String tenant = "default";

        Rotate(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Settings settings = terminal.settings();
            try (Storage storage = Storage.forCommand(settings);
                    Services services = Services.of(storage, settings)) {
                Actor operator = Actor.operator(Tenants.find(storage.tenancy(), tenant));
                terminal.out()
                        .println(
                                new KeyRotations(
                                                storage.tenancy(),
                                                services.audit(),
                                                Clock.systemUTC())
                                        .request(operator)
                                        .id());
            }
            return 0;
        }
    }

    /** Makes a key and prints it, this once. */
    @Command(
            name = "create",
            description = "Prints a new API key, alone on its line. It is shown this once.",
            mixinStandardHelpOptions = true)
    static final class Create implements Callable<Integer> {

        private final Terminal terminal;

        @Option(names = "--name", required = true, description = "What the key is for.")
        private String name = "";

        @Option(
                names = "--tenant",
                description =
                        "The tenant's id. Default: the tenant that every installation begins with.")
        private String tenant = "default";

        @Option(
                names = "--user",
                description =
                        "The key acts as this person; an account is made where there is none.")
        private @Nullable String user;

        @Option(
                names = "--scope",
                split = ",",
                description = "models, read, admin; several parted by commas. Default: models.")
        private List<String> scopes = List.of("models");

        @Option(
                names = "--model",
                split = ",",
                paramLabel = "PROVIDER/MODEL",
                description =
                        "What the key may ask; provider/* stands for all of a provider's. Default:"
                                + " every model.")
        private List<String> models = List.of();

        @Option(
                names = "--expires",
                paramLabel = "TIME",
                description = "From when the key is refused, such as 2026-12-31T23:00:00Z.")
        private @Nullable String expires;

        @Option(names = "--tag", split = ",", description = "For people to group keys by.")
        private List<String> tags = List.of();

        @Option(names = "--requests-per-minute", paramLabel = "N", description = "At most.")
        private @Nullable Integer requestsPerMinute;

        @Option(names = "--tokens-per-minute", paramLabel = "N", description = "At most.")
        private @Nullable Integer tokensPerMinute;

        Create(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Set<Scope> wanted = new LinkedHashSet<>();
            for (String scope : scopes) {
                wanted.add(
                        Scope.of(scope)
                                .orElseThrow(() ->
                                        Fault.of(
                                                        FaultCode.INVALID_VALUE,
                                                        "--scope must be of models, read and"
                                                                + " admin")
                                                .asException()));
            }
            Settings settings = terminal.settings();
            try (Storage storage = Storage.forCommand(settings);
                    Services services = Services.of(storage, settings)) {
                ApiKeys.Created created =
                        services.apiKeys()
                                .create(
                                        Actor.operator(Tenants.find(storage.tenancy(), tenant)),
                                        name,
                                        wanted,
                                        user,
                                        rules());
                terminal.out().println(created.plaintextKey());
            }
            return 0;
        }

        private KeyRules rules() {
            return new KeyRules(models, time(), tags, requestsPerMinute, tokensPerMinute);
        }

        private @Nullable Instant time() {
            try {
                return expires == null ? null : OffsetDateTime.parse(expires).toInstant();
            } catch (DateTimeParseException notATime) {
                throw Fault.of(
                                FaultCode.INVALID_VALUE,
                                "--expires must be a time such as 2026-12-31T23:00:00Z")
                        .asException();
            }
        }
    }
}
