package dev.avow.app;

import dev.avow.prove.Actor;
import dev.avow.registry.ProviderDraft;
import dev.avow.registry.StoredProvider;
import dev.avow.settings.Settings;
import dev.avow.settings.Terminal;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Providers of models. */
@Command(
        name = "provider",
        description = "Providers of models.",
        mixinStandardHelpOptions = true,
        subcommands = ProviderCommand.Add.class)
final class ProviderCommand {

    /**
     * Adds a provider. Its key comes from a variable or a file, never from the command line itself.
     */
    @Command(
            name = "add",
            description = "Adds a provider. Its key is sealed and never shown again.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        private final Terminal terminal;

        @Option(names = "--name", required = true, description = "How callers name it: NAME/model.")
        private String name = "";

        @Option(
                names = "--kind",
                required = true,
                description =
                        "anthropic, azure-openai, bedrock, cohere, gemini, groq, mistral, ollama,"
                                + " vertex, or openai for any other server that speaks OpenAI's"
                                + " API.")
        private String kind = "";

        @Option(
                names = "--url",
                description =
                        "The base URL as its official client takes it; OpenAI's ends in /v1,"
                                + " Anthropic's does not. Needed for openai, azure-openai, bedrock"
                                + " and vertex.")
        private @Nullable String url;

        @Option(names = "--key-env", description = "The environment variable that holds its key.")
        private @Nullable String keyEnv;

        @Option(names = "--key-file", description = "The file that holds its key.")
        private @Nullable Path keyFile;

        @Option(
                names = "--region",
                description =
                        "Where it processes what it is sent: EU, US, UK, AU, NZ, or LOCAL for this"
                                + " installation's own ground.")
        private @Nullable String region;

        @Option(
                names = "--agreement",
                description = "The agreement under which it does: an id or URL.")
        private @Nullable String agreement;

        @Option(
                names = "--tenant",
                description =
                        "The tenant's id. Default: the tenant that every installation begins with.")
        private String tenant = "default";

        Add(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            String key = plaintextKey();
            Settings settings = terminal.settings();
            try (Storage storage = Storage.forCommand(settings);
                    Services services = Services.of(storage, settings)) {
                StoredProvider added =
                        services.providers()
                                .create(
                                        Actor.operator(Tenants.find(storage.tenancy(), tenant)),
                                        new ProviderDraft(name, kind, url, key, region, agreement));
                terminal.out().println("added " + added.name());
            }
            return 0;
        }

        private @Nullable String plaintextKey() {
            String variable = keyEnv;
            Path file = keyFile;
            if (variable != null && file != null) {
                throw wrong("give --key-env or --key-file, not both");
            }
            if (variable != null) {
                String value = terminal.environment().get(variable);
                if (value == null || value.isBlank()) {
                    throw wrong("the variable that --key-env names is not set");
                }
                return value.strip();
            }
            if (file != null) {
                try {
                    return Files.readString(file).strip();
                } catch (IOException unreadable) {
                    throw wrong("the file that --key-file names cannot be read");
                }
            }
            return null;
        }

        private static RuntimeException wrong(String message) {
            return Fault.of(FaultCode.INVALID_VALUE, message).asException();
        }
    }
}
