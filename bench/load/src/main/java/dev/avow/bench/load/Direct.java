package dev.avow.bench.load;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** No gateway at all: what the client and the upstream take by themselves. */
final class Direct implements Gateway {
    @Override
    public String name() {
        return "direct";
    }

    @Override
    public Started start(String upstream, Path home) {
        return running(upstream, home);
    }

    /** It always runs. */
    Started.Running running(String upstream, Path home) {
        URI uri = URI.create(upstream);
        Target target =
                new Target(uri.getPort(), uri.getPath() + "/chat/completions", Map.of(), "bench");
        return new Started.Running(name(), target, List.of(), home);
    }
}
