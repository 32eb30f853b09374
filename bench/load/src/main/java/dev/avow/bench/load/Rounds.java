package dev.avow.bench.load;

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
    private final double share;
    private final double fixedRate;

    /**
     * @param share of a gateway's own most at which latency is taken; above 0, at most 1
     * @param fixedRate requests a second at which it is taken instead; 0 for the share
     */
    Rounds(
            LoadGenerator generator,
            UpstreamProcess upstream,
            int rounds,
            Duration window,
            double share,
            double fixedRate) {
        this.generator = generator;
        this.upstream = upstream;
        this.rounds = rounds;
        this.window = window;
        this.share = share;
        this.fixedRate = fixedRate;
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
                        "round %d of %d: %.0f µs, %.0f/s, added %.2f and %.2f ms, %d failed"
                                .formatted(
                                        round,
                                        rounds,
                                        one.cpuMicros(),
                                        one.most().perSecond(),
                                        one.addedMillis(50),
                                        one.addedMillis(99),
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
            openLoop(scenario, gateway.target(), rate(load));
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
        double rate = rate(most);
        Measured steady = openLoop(scenario, gateway.target(), rate);
        double megabytes = Proc.memoryMegabytes(after);
        UpstreamStats saw = upstream.takeStats();
        Measured without = openLoop(scenario, direct.target(), rate);
        return new Round(most, cpu, steady, without, megabytes, saw);
    }

    private double rate(Measured most) {
        return fixedRate > 0 ? fixedRate : Math.max(1, most.perSecond() * share);
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
