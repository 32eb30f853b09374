package dev.avow.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Portkey's gateway, on Node, relaying only: provider and address come with each request. */
final class Portkey implements Gateway {
    private final Path server;

    Portkey(Path peers) {
        server = peers.resolve("portkey/node_modules/@portkey-ai/gateway/build/start-server.js");
    }

    @Override
    public String name() {
        return "portkey";
    }

    @Override
    public Started start(String upstream, Path home) throws IOException {
        if (!Files.isRegularFile(server)) {
            return new Started.NotRun(name(), "not installed: run bench/load/peers");
        }
        int port = Child.freePort();
        List<String> command = List.of("node", server.toString(), "--port=" + port, "--headless");
        Child child =
                Child.start(command, Map.of("NODE_ENV", "production"), home, home.resolve("log"));
        if (!child.await(() -> Child.listens(port), Duration.ofSeconds(30))) {
            child.close();
            return new Started.NotRun(name(), "did not start: " + child.lastWords());
        }
        Map<String, String> headers =
                Map.of(
                        "authorization", "Bearer sk-bench",
                        "x-portkey-provider", "openai",
                        "x-portkey-custom-host", upstream);
        Target target = new Target(port, "/v1/chat/completions", headers, "gpt-bench");
        return new Started.Running(name(), target, List.of(child), home);
    }
}
