package dev.avow.app;

import dev.avow.accounts.KeyRules;
import dev.avow.admit.Scope;
import dev.avow.postgres.Options;
import dev.avow.prove.Actor;
import dev.avow.registry.ProviderDraft;
import dev.avow.settings.Settings;
import dev.avow.testing.PlaintextSignIn;
import dev.avow.testing.Scratch;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A home folder for a test, and what lies beside it; gone when closed. */
final class TempHome implements AutoCloseable {

    private static final Actor OPERATOR = Actor.operator(TenantId.DEFAULT);

    private final Path folder;

    private TempHome(Path folder) {
        this.folder = folder;
    }

    /** A home with keys and a database in which nothing is yet. */
    static TempHome fresh() {
        TempHome home = none();
        Pristine.copyTo(home.path());
        return home;
    }

    /** A home that is not there before Avow makes it. */
    static TempHome none() {
        try {
            return new TempHome(Scratch.folder("avow-home-"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Path path() {
        return folder.resolve("home");
    }

    /**
     * A new key, made as {@code key create} makes it but in this process, which is far quicker.
     * Nothing may run on this home.
     *
     * @param scopes parted by commas
     */
    String newKey(String scopes) {
        return furnish(services -> plaintextKey(services, scopes, null));
    }

    /**
     * A new key for each of these people, whose accounts are made. As {@link #newKey}.
     *
     * @param people their addresses
     * @return the keys, in that order
     */
    List<String> newKeysOf(String scopes, List<String> people) {
        return furnish(services ->
                people.stream().map(each -> plaintextKey(services, scopes, each)).toList());
    }

    private static String plaintextKey(Services services, String scopes, @Nullable String person) {
        return services.apiKeys()
                .create(
                        OPERATOR,
                        "a test's",
                        Stream.of(scopes.split(",", -1))
                                .map(each -> Scope.of(each).orElseThrow())
                                .collect(Collectors.toSet()),
                        person,
                        KeyRules.NONE)
                .plaintextKey();
    }

    /** Adds a provider of kind {@code openai} without a key, as {@code provider add} does. */
    void newProvider(String name, String url) {
        var _ =
                furnish(services ->
                        services.providers()
                                .create(OPERATOR, new ProviderDraft(name, "openai", url, null)));
    }

    /** Those of a process on this home that is given nothing else. */
    Settings settings() {
        return settings(Map.of());
    }

    /** Those of a process on this home, on a free port, with more; what is given wins. */
    Settings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>();
        all.put("AVOW_HOME", path().toString());
        all.put("AVOW_PORT", String.valueOf(FreePort.any()));
        all.put("AVOW_DATABASE_PROGRAMS", Options.sharedBinariesDir().toString());
        all.putAll(more);
        return Settings.from(all);
    }

    private <T> T furnish(Function<Services, T> work) {
        Settings settings = settings();
        try (Storage storage = Storage.forCommand(settings);
                Services services = Services.of(storage, settings)) {
            return work.apply(services);
        }
    }

    /** Where {@link AvowProcess} puts what the processes print. */
    Path outputs() {
        return folder.resolve("outputs");
    }

    @Override
    public void close() {
        // A database that was killed with its owner takes a moment to end, and writes until then.
        Eventually.holds("no database runs", () -> AvowProcess.database(path()).isEmpty());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException left) {
            // A folder for temporary files may keep it.
        }
    }

    /** To make a home takes seconds of work, to copy one next to none, so it is made once. */
    private static final class Pristine {

        private static final TempHome HOME = make();

        private static TempHome make() {
            TempHome home = none();
            try {
                var _ = home.furnish(_ -> "made");
                PlaintextSignIn.on(home.path());
                // Each copy's database finds a port of its own.
                Files.deleteIfExists(home.path().resolve("postgres/data.port"));
                Runtime.getRuntime().addShutdownHook(new Thread(home::close));
                return home;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        static void copyTo(Path home) {
            try {
                String from = HOME.path().toString();
                int status =
                        new ProcessBuilder("cp", "-a", from, home.toString()).start().waitFor();
                if (status != 0) {
                    throw new IllegalStateException("a home could not be copied");
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }
    }
}
