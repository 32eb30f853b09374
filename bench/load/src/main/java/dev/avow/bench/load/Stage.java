package dev.avow.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts gateways in front of the upstream, each in a folder of its own, and ends them. */
final class Stage implements AutoCloseable {
    private final UpstreamProcess upstream;
    private final Path work;
    private int folders;
    private final List<Started.Running> running = new ArrayList<>();

    Stage(UpstreamProcess upstream, Path work) {
        this.upstream = upstream;
        this.work = work;
    }

    /** Starts all of {@code gateways}; one that fails says why and stops no other. */
    List<Started> start(List<Gateway> gateways, UpstreamPlan plan) throws IOException {
        List<Started> all = new ArrayList<>();
        for (Gateway gateway : gateways) {
            all.add(start(gateway, plan));
        }
        return all;
    }

    /** Starts one. */
    Started start(Gateway gateway, UpstreamPlan plan) throws IOException {
        Path home = Files.createDirectory(work.resolve(gateway.name() + "-" + ++folders));
        Started started;
        try {
            started = gateway.start(upstream.baseUrl(plan), home);
        } catch (IOException e) {
            started = new Started.NotRun(gateway.name(), String.valueOf(e.getMessage()));
        }
        if (started instanceof Started.Running up) {
            running.add(up);
        }
        return started;
    }

    /** The way around all gateways. */
    Started.Running direct(UpstreamPlan plan) {
        Direct direct = new Direct();
        return direct.running(upstream.plainUrl(plan), work);
    }

    /** Ends what is running. */
    void clear() {
        running.forEach(Started.Running::close);
        running.clear();
    }

    @Override
    public void close() {
        clear();
    }
}
