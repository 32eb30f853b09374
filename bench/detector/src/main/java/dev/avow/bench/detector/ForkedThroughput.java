package dev.avow.bench.detector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link ScanBenchmark}, a JVM for each tier and text, and makes a table of the results. */
final class ForkedThroughput {

    private final int forks;
    private final int rounds;
    private final double seconds;
    private final List<TextKind> texts;

    /** Takes some kinds of text; not empty. */
    ForkedThroughput(int forks, int rounds, double seconds, List<TextKind> texts) {
        this.texts = List.copyOf(texts);
        this.forks = forks;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /**
     * Runs all and writes JMH's own JSON.
     *
     * @param json where to; its folder is made
     * @return a table in Markdown: by processor time, and in parentheses by the wall's
     */
    String table(Path json) throws IOException {
        Files.createDirectories(json.toAbsolutePath().getParent());
        long milliseconds = Math.max(100, (long) (seconds * 1e3));
        Options options =
                new OptionsBuilder()
                        .include(ScanBenchmark.class.getSimpleName())
                        .param("text", texts.stream().map(TextKind::name).toArray(String[]::new))
                        .forks(forks)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.milliseconds(milliseconds))
                        .measurementIterations(rounds)
                        .measurementTime(TimeValue.milliseconds(milliseconds))
                        .jvmArgs("-XX:+UseSerialGC", "-Xmx1g")
                        .verbosity(VerboseMode.SILENT)
                        .resultFormat(ResultFormatType.JSON)
                        .result(json.toString())
                        .build();
        try {
            return print(new Runner(options).run());
        } catch (RunnerException failed) {
            throw new IOException("a benchmark did not run", failed);
        }
    }

    /** What a benchmark counts beside its score; both counters are always there. */
    private static double secondary(RunResult result, String counter) {
        return Objects.requireNonNull(result.getSecondaryResults().get(counter)).getScore();
    }

    private String print(Collection<RunResult> results) {
        Map<String, String> cells = new TreeMap<>();
        for (RunResult result : results) {
            double wall = result.getPrimaryResult().getScore();
            double scanned = secondary(result, "scanned");
            double nanos = secondary(result, "nanos");
            cells.put(
                    result.getParams().getParam("text") + result.getParams().getParam("tier"),
                    String.format(Locale.ROOT, "%.1f (%.1f)", scanned / nanos * 1e3, wall));
        }
        StringBuilder table = new StringBuilder("| text |");
        Tier.ALL.forEach(tier -> table.append(' ').append(tier.title()).append(" |"));
        table.append("\n| --- |").append(" ---: |".repeat(Tier.ALL.size())).append('\n');
        for (TextKind kind : texts) {
            table.append("| ").append(kind.title()).append(" |");
            for (Tier tier : Tier.ALL) {
                table.append(' ').append(cells.get(kind.name() + tier.name())).append(" |");
            }
            table.append('\n');
        }
        return table.append("MB/s by processor time, and in parentheses by the wall's").toString();
    }
}
