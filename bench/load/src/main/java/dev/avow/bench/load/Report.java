package dev.avow.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a run found, as Markdown for people.
 *
 * @param rows one for each scenario and gateway, in the order measured
 * @param notRun the gateways that were asked for and could not be measured
 * @param targets what Avow must reach, each held against this run
 */
record Report(List<Row> rows, List<Started.NotRun> notRun, List<Target> targets) {
    private static final String HEAD =
            """
            | load | gateway | CPU per request | answers/s | at | added p50 | added p99 | first p50 \
            | first p99 | memory | upstream saw values | values in answer | failed |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
            """;

    Report {
        rows = List.copyOf(rows);
        notRun = List.copyOf(notRun);
        targets = List.copyOf(targets);
    }

    /**
     * A target and whether this run met it.
     *
     * @param what it says, with both numbers
     * @param met whether it was reached
     */
    record Target(String what, boolean met) {}

    static Report of(List<Row> rows, List<Started.NotRun> notRun) {
        return new Report(rows, notRun, Targets.against(rows));
    }

    String markdown() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Row row : rows) {
            text.append(line(row));
        }
        for (Started.NotRun gateway : notRun) {
            text.append("\nnot run: ").append(gateway.name()).append(": ").append(gateway.why());
        }
        for (Target target : targets) {
            text.append(target.met() ? "\nmet: " : "\nMISSED: ").append(target.what());
        }
        return text.append('\n').toString();
    }

    private static String line(Row row) {
        boolean direct = row.gateway().equals("direct");
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.0f | %.0f/s, %.0f %% busy | %s | %s | %s | %s | %s | %s | %s |"
                        + " %s |%n",
                row.scenario(),
                row.gateway(),
                direct ? "–" : cpu(row.cpuMicros()),
                row.perSecond(),
                row.rate(),
                row.busy() * 100,
                direct ? "–" : millis(row.addedP50()),
                direct ? "–" : millis(row.addedP99()),
                direct ? "–" : millis(row.firstP50()),
                direct ? "–" : millis(row.firstP99()),
                direct ? "–" : String.format(Locale.ROOT, "%.0f MB", row.megabytes()),
                percent(row.sawValues()),
                percent(row.restored()),
                failed(row));
    }

    private static String cpu(double micros) {
        if (Double.isNaN(micros)) {
            return "nothing answered";
        }
        return micros < 1000
                ? String.format(Locale.ROOT, "%.0f µs", micros)
                : String.format(Locale.ROOT, "%.2f ms", micros / 1000);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.2f ms", millis);
    }

    private static String percent(double share) {
        return share == 0 ? "no" : String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static String failed(Row row) {
        if (row.failures() == 0) {
            return "0";
        }
        Optional<String> most =
                row.failed().entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey);
        return row.failures() + " of " + (row.answered() + row.failures()) + ", " + most.orElse("");
    }
}
