package dev.avow.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Avow itself with everything on that its default profile has on: classified, masked, recorded in
 * its embedded database, restored. Started by its own command line, as a user would.
 */
final class Avow implements Gateway {
    /** The first start builds what is missing. */
    private static final Duration START = Duration.ofMinutes(10);

    private static final Duration COMMAND = Duration.ofMinutes(2);
    private static final String PROVIDER = "up";

    private final Path root;
    private final String javaOptions;

    /**
     * @param root the repository
     * @param javaOptions flags for its JVM, added to those in {@code AVOW_JAVA_OPTS}; may be empty
     */
    Avow(Path root, String javaOptions) {
        this.root = root;
        this.javaOptions =
                (Objects.requireNonNullElse(System.getenv("AVOW_JAVA_OPTS"), "")
                                + " "
                                + javaOptions)
                        .strip();
    }

    @Override
    public String name() {
        return "avow";
    }

    @Override
    public Started start(String upstream, Path home) throws IOException {
        if (!Files.isExecutable(root.resolve("avow"))) {
            return new Started.NotRun(name(), "no ./avow in " + root);
        }
        int port = Child.freePort();
        Map<String, String> env =
                Map.of(
                        "AVOW_HOME",
                        home.toString(),
                        "AVOW_PORT",
                        String.valueOf(port),
                        "AVOW_JAVA_OPTS",
                        javaOptions);
        Child server =
                Child.start(List.of("./avow", "start"), env, root, home.resolve("bench.log"));
        if (!server.await(() -> server.output().contains("Avow is ready"), START)) {
            server.close();
            return new Started.NotRun(name(), "did not start: " + server.lastWords());
        }
        String provider =
                run(
                        home,
                        env,
                        "provider",
                        "add",
                        "--name",
                        PROVIDER,
                        "--kind",
                        "openai",
                        "--url",
                        upstream,
                        "--key-file",
                        keyFile(home));
        String key = run(home, env, "key", "create", "--name", "bench");
        if (!key.startsWith("avow_")) {
            server.close();
            return new Started.NotRun(name(), "no key: " + key + "; " + provider);
        }
        Target target =
                new Target(
                        port,
                        "/v1/chat/completions",
                        Map.of("authorization", "Bearer " + key),
                        PROVIDER + "/gpt-bench");
        return new Started.Running(name(), target, List.of(server), home);
    }

    /** A made-up key for the fake upstream, so that the sealed key's path is measured too. */
    private static String keyFile(Path home) throws IOException {
        return Files.writeString(home.resolve("upstream.key"), "sk-bench\n").toString();
    }

    /** Runs one Avow command to its end and returns the last line it printed. */
    private String run(Path home, Map<String, String> env, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("./avow"));
        command.addAll(List.of(words));
        Path log = Files.createTempFile(home, "command", ".log");
        try (Child child = Child.start(command, env, root, log)) {
            if (!child.ended(COMMAND)) {
                return "avow " + words[0] + " did not end";
            }
            return child.lastWords();
        }
    }
}
