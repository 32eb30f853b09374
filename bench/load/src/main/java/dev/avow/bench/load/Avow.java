package dev.avow.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Avow itself with everything on that its default profile has on: classified, masked, recorded in
 * its embedded database, restored; or with more, such as names. Started by its own command line, as
 * a user would.
 */
final class Avow implements Gateway {
    /** The first start builds what is missing. */
    private static final Duration START = Duration.ofMinutes(10);

    private static final Duration COMMAND = Duration.ofMinutes(2);
    private static final String PROVIDER = "up";

    /** What finds names, secrets and national identifiers too. */
    static final Map<String, String> SECOND_TIER =
            Map.of("AVOW_CLASSIFICATION_TIER2_ENABLED", "true");

    private final Path root;
    private final String name;
    private final Map<String, String> settings;
    private final String javaOptions;
    private final @Nullable Path authority;

    /**
     * @param root the repository
     * @param name in the table
     * @param settings environment variables, on top of the defaults
     * @param javaOptions flags for its JVM, added to those in {@code AVOW_JAVA_OPTS}; may be empty
     * @param authority who vouches for the upstream; null where that speaks no TLS
     */
    Avow(
            Path root,
            String name,
            Map<String, String> settings,
            String javaOptions,
            @Nullable Path authority) {
        this.authority = authority;
        this.root = root;
        this.name = name;
        this.settings = Map.copyOf(settings);
        this.javaOptions =
                (Objects.requireNonNullElse(System.getenv("AVOW_JAVA_OPTS"), "")
                                + " "
                                + javaOptions)
                        .strip();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Started start(String upstream, Path home) throws IOException {
        if (!Files.isExecutable(root.resolve("avow"))) {
            return new Started.NotRun(name(), "no ./avow in " + root);
        }
        int port = Child.freePort();
        Map<String, String> env = new HashMap<>();
        env.put("AVOW_HOME", home.resolve("home").toString());
        env.put("AVOW_PORT", String.valueOf(port));
        env.putAll(settings);
        if (authority != null) {
            env.put("AVOW_PROVIDER_HTTP2", "true");
            env.put("AVOW_PROVIDER_CA_FILE", authority.toString());
        }
        if (!javaOptions.isEmpty()) {
            env.put("AVOW_JAVA_OPTS", javaOptions);
        }
        Child server =
                Child.start(List.of("./avow", "start"), env, root, home.resolve("start.log"));
        if (!server.await(() -> server.output().contains("Avow is ready"), START)) {
            server.close();
            return new Started.NotRun(name(), "did not start: " + server.lastWords());
        }
        // A made-up key, so that the path of a sealed provider key is measured too.
        Path providerKey = Files.writeString(home.resolve("upstream.key"), "sk-bench\n");
        String provider = "provider add --name " + PROVIDER + " --kind openai --url " + upstream;
        Ran added = run(home, env, provider + " --key-file " + providerKey);
        Ran made = run(home, env, "key create --name bench");
        Optional<String> key =
                made.output().lines().filter(line -> line.startsWith("avow_")).findFirst();
        if (!added.well() || key.isEmpty()) {
            server.close();
            return new Started.NotRun(name(), added.lastLine() + "; " + made.lastLine());
        }
        Target target =
                new Target(
                        port,
                        "/v1/chat/completions",
                        Map.of("authorization", "Bearer " + key.get()),
                        PROVIDER + "/gpt-bench");
        return new Started.Running(name(), target, List.of(server), home);
    }

    /** How an Avow command ended; what it printed may be a key, so it is not for the table. */
    private record Ran(String words, boolean well, String output) {
        String lastLine() {
            String last = output.strip().lines().reduce("", (_, line) -> line);
            String shown = last.startsWith("avow_") ? "(a key)" : last;
            return words + (well ? " went well" : " failed: " + shown);
        }

        @Override
        public String toString() {
            return "Ran[" + words + "]";
        }
    }

    /** Runs one Avow command, its words parted by spaces, to its end. */
    private Ran run(Path home, Map<String, String> env, String words) throws IOException {
        List<String> command = new ArrayList<>(List.of("./avow"));
        command.addAll(List.of(words.split(" ", -1)));
        String two = command.get(1) + " " + command.get(2);
        Path log = home.resolve(two.replace(' ', '-') + ".log");
        try (Child child = Child.start(command, env, root, log)) {
            boolean ended = child.ended(COMMAND);
            return new Ran(two, ended && child.exitCode() == 0, child.output());
        }
    }
}
