package dev.avow.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What Avow must reach with everything on, held against peers that only relay, in one run: CPU per
 * request at most Ferro's and a third of Portkey's, per stream at most 1.25 times Ferro's, at most
 * 1 ms added at the median and 5 ms at the 99th percentile under 70 % load, no value of a request
 * at the upstream; at most an eightieth of what LiteLLM takes to mask by Presidio, and less added
 * at the 99th percentile than any gateway but the plain proxy adds.
 */
final class Targets {
    private static final String AVOW = "avow";

    /** Those that do more than a plain proxy. */
    private static final Set<String> PEERS =
            Set.of("ferro", "portkey", "litellm", "litellm-presidio");

    private Targets() {}

    /** The targets that these rows can speak to; a peer that is missing leaves its target out. */
    static List<Report.Target> against(List<Row> rows) {
        List<Report.Target> targets = new ArrayList<>();
        ratio(targets, rows, "json", "ferro", 1.0);
        ratio(targets, rows, "json", "portkey", 1.0 / 3);
        ratio(targets, rows, "stream", "ferro", 1.25);
        ratio(targets, rows, "json", "litellm-presidio", 1.0 / 80);
        for (Row row : rows) {
            if (row.gateway().equals(AVOW)) {
                most(targets, row.scenario() + " added p50, ms", row.addedP50(), 1);
                most(targets, row.scenario() + " added p99, ms", row.addedP99(), 5);
                most(targets, row.scenario() + " share seen upstream", row.sawValues(), 0);
                rows.stream()
                        .filter(each -> each.scenario().equals(row.scenario()))
                        .filter(each -> PEERS.contains(each.gateway()))
                        .forEach(peer ->
                                most(
                                        targets,
                                        row.scenario()
                                                + " added p99, ms, at most "
                                                + peer.gateway(),
                                        row.addedP99(),
                                        peer.addedP99()));
            }
        }
        return targets;
    }

    private static void ratio(
            List<Report.Target> targets,
            List<Row> rows,
            String scenario,
            String peer,
            double factor) {
        Optional<Row> ours = find(rows, scenario, AVOW);
        Optional<Row> theirs = find(rows, scenario, peer);
        if (ours.isPresent() && theirs.isPresent()) {
            String what =
                    String.format(
                            Locale.ROOT,
                            "%s CPU per request, µs, at most %.2f × %s",
                            scenario,
                            factor,
                            peer);
            most(targets, what, ours.get().cpuMicros(), theirs.get().cpuMicros() * factor);
        }
    }

    private static void most(List<Report.Target> targets, String what, double is, double limit) {
        String text = String.format(Locale.ROOT, "%s: %.2f (limit %.2f)", what, is, limit);
        targets.add(new Report.Target(text, is <= limit));
    }

    private static Optional<Row> find(List<Row> rows, String scenario, String gateway) {
        return rows.stream()
                .filter(row -> row.scenario().equals(scenario) && row.gateway().equals(gateway))
                .findFirst();
    }
}
