package dev.avow.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Ferro Labs' gateway, a Go binary, relaying only: no plugin, no log store, no rate limit. */
final class Ferro implements Gateway {
    private static final String UNLIMITED = "100000000";
    private final Path binary;

    Ferro(Path peers) {
        binary = peers.resolve("ferro/bin/ferrogw");
    }

    @Override
    public String name() {
        return "ferro";
    }

    @Override
    public Started start(String upstream, Path home) throws IOException {
        if (!Files.isExecutable(binary)) {
            return new Started.NotRun(name(), "not installed: run bench/load/peers");
        }
        int port = Child.freePort();
        Map<String, String> env =
                Map.of(
                        "PORT",
                        String.valueOf(port),
                        "OPENAI_API_KEY",
                        "sk-bench",
                        "OPENAI_BASE_URL",
                        upstream,
                        "ALLOW_UNAUTHENTICATED_PROXY",
                        "true",
                        "RATE_LIMIT_RPS",
                        UNLIMITED,
                        "RATE_LIMIT_BURST",
                        UNLIMITED,
                        "LOG_LEVEL",
                        "error");
        Child child =
                Child.start(List.of(binary.toString(), "serve"), env, home, home.resolve("log"));
        if (!child.await(() -> Child.listens(port), Duration.ofSeconds(30))) {
            child.close();
            return new Started.NotRun(name(), "did not start: " + child.lastWords());
        }
        // Ferro routes by the models of its catalogue, so the model's name must be a known one.
        Target target = new Target(port, "/v1/chat/completions", Map.of(), "gpt-4o-mini");
        return new Started.Running(name(), target, List.of(child), home);
    }
}
