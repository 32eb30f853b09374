package dev.avow.bench.load;

import dev.avow.bench.load.Proc.Processors;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures gateways in turn, round after round, so that whatever else the machine does falls on all
 * of them alike.
 */
final class Rounds {
    private static final int MOST_WARM_UPS = 8;

    private final LoadGenerator generator;
    private final UpstreamProcess upstream;
    private final int rounds;
    private final Duration window;
    private final Pace pace;

    /**
     * @param pace the rate at which latency is taken
     */
    Rounds(
            LoadGenerator generator,
            UpstreamProcess upstream,
            int rounds,
            Duration window,
            Pace pace) {
        this.generator = generator;
        this.upstream = upstream;
        this.rounds = rounds;
        this.window = window;
        this.pace = pace;
    }

    /** One row for each gateway, in their order. */
    List<Row> measure(Scenario scenario, Started.Running direct, List<Started.Running> gateways)
            throws IOException {
        for (Started.Running gateway : gateways) {
            warmUp(scenario, gateway);
        }
        Map<Started.Running, List<Round>> found = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Started.Running gateway : gateways) {
                Round one = round(scenario, direct, gateway);
                say(
                        scenario,
                        gateway,
                        "round %d of %d: %.0f µs, %.0f/s, added %.2f and %.2f ms at %.0f/s, %.0f %% busy, %d failed"
                                .formatted(
                                        round,
                                        rounds,
                                        one.cpuMicros(),
                                        one.most().perSecond(),
                                        one.addedMillis(50),
                                        one.addedMillis(99),
                                        one.rate(),
                                        one.busy() * 100,
                                        one.most().failures() + one.steady().failures()));
                found.computeIfAbsent(gateway, _ -> new ArrayList<>()).add(one);
            }
        }
        List<Row> rows = new ArrayList<>();
        found.forEach((gateway, all) -> rows.add(Row.of(scenario.name(), gateway.name(), all)));
        return rows;
    }

    /**
     * Compilers in the gateways (JVM, Node) settle by requests served, not by time; the generator's
     * own settle for either way of sending.
     */
    private void warmUp(Scenario scenario, Started.Running gateway) {
        long answered = 0;
        for (int i = 0; i < MOST_WARM_UPS && answered < scenario.warmUp(); i++) {
            Measured load = load(scenario, gateway);
            answered += load.answered();
            if (load.answered() == 0) {
                break;
            }
            steady(scenario, gateway, pace.rate(gateway.name(), load));
        }
        say(scenario, gateway, "warmed up by " + answered + " answers");
    }

    private Round round(Scenario scenario, Started.Running direct, Started.Running gateway)
            throws IOException {
        upstream.takeStats();
        Set<Long> before = gateway.processes();
        double cpuBefore = Proc.cpuSeconds(before);
        Measured most = load(scenario, gateway);
        Set<Long> after = gateway.processes();
        double cpu = Proc.cpuSeconds(after) - cpuBefore;
        double rate = pace.rate(gateway.name(), most);
        Steady steady = steady(scenario, gateway, rate);
        double megabytes = Proc.memoryMegabytes(after);
        UpstreamStats saw = upstream.takeStats();
        Measured without = openLoop(scenario, direct.target(), rate);
        return new Round(most, cpu, steady.of(), rate, steady.busy(), without, megabytes, saw);
    }

    /**
     * A window at a rate.
     *
     * @param busy how busy the machine was, 0 to 1
     */
    private record Steady(Measured of, double busy) {}

    private Steady steady(Scenario scenario, Started.Running gateway, double rate) {
        Processors before = Processors.now();
        Measured of = openLoop(scenario, gateway.target(), rate);
        double busy = Processors.now().busySince(before);
        pace.saw(gateway.name(), rate, busy);
        return new Steady(of, busy);
    }

    private Measured openLoop(Scenario scenario, Target target, double rate) {
        int connections = 2 * scenario.concurrency();
        return generator.openLoop(target, scenario.kind(), connections, rate, window);
    }

    private Measured load(Scenario scenario, Started.Running gateway) {
        return generator.closedLoop(
                gateway.target(), scenario.kind(), scenario.concurrency(), window);
    }

    private static void say(Scenario scenario, Started.Running gateway, String what) {
        System.err.println(scenario.name() + " " + gateway.name() + ": " + what);
    }
}
