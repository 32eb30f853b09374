package dev.avow.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What callers feel of the archive: requests at a steady rate through an Avow that holds millions
 * of interactions, in turns without its archive at work and with it.
 */
@Command(
        name = "bench archiving",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        description = "Measures what callers feel of the archive.")
public final class ArchivingBenchmark implements Callable<Integer> {

    private static final int CONNECTIONS = 256;
    private static final Duration TO_BEGIN = Duration.ofSeconds(90);

    @Option(
            names = "--rows",
            defaultValue = "4000000",
            description =
                    "interactions, three quarters of them due (default: ${DEFAULT-VALUE}; a"
                            + " million takes a GB and 40 s)")
    private int rows;

    @Option(
            names = "--rate",
            defaultValue = "200",
            description = "requests a second (default: ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--scenario",
            defaultValue = "json-200ms",
            description = "which load, as of bench load (default: ${DEFAULT-VALUE})")
    private String load = "json-200ms";

    @Option(
            names = "--rows-per-second",
            defaultValue = "0",
            description = "the archive's bound; 0 for none (default: ${DEFAULT-VALUE})")
    private int pace;

    @Option(
            names = "--tenants-at-once",
            defaultValue = "1",
            description = "that the archive sees to (default: ${DEFAULT-VALUE})")
    private int tenants;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "at most; it ends with the rows (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "length of a window; two a round (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--root",
            defaultValue = ".",
            description = "the repository's root (default: here)")
    private Path root = Path.of(".");

    /** Exit code 0 where it was measured, 1 where Avow did not start, 2 on a bad option. */
    public static void main(String[] args) {
        LogManager.getLogManager().reset(); // broken connections are counted, not logged
        System.exit(new CommandLine(new ArchivingBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Scenario scenario =
                Scenario.ALL.stream()
                        .filter(one -> one.name().equals(load))
                        .findFirst()
                        .orElseThrow(() ->
                                new CommandLine.ParameterException(
                                        new CommandLine(this),
                                        "--scenario: '" + load + "' is no load of bench load"));
        Path work = Files.createTempDirectory("avow-bench");
        try (UpstreamProcess upstream = UpstreamProcess.start(work, Reach.HTTP, null);
                LoadGenerator generator = new LoadGenerator();
                Stage stage = new Stage(upstream, work)) {
            Avow avow =
                    new Avow(root.toAbsolutePath().normalize(), "avow", settings(work), "", null);
            switch (stage.start(avow, scenario.plan())) {
                case Started.NotRun not -> {
                    System.err.println("avow: " + not.why());
                    return 1;
                }
                case Started.Running up -> measure(scenario, generator, up);
            }
        } finally {
            LoadBenchmark.delete(work);
        }
        return 0;
    }

    /** The archive is looked after every ten seconds, so that it is there when it is let go. */
    private Map<String, String> settings(Path work) {
        return Map.of(
                "AVOW_INTERACTION_RETENTION",
                "200",
                "AVOW_INTERACTION_ARCHIVE_ENABLED",
                "true",
                "AVOW_INTERACTION_ARCHIVE_LOCATION",
                work.resolve("archive").toString(),
                "AVOW_INTERACTION_ARCHIVE_ROWS_PER_SECOND",
                String.valueOf(pace),
                "AVOW_RETENTION_TENANTS_AT_ONCE",
                String.valueOf(tenants),
                "AVOW_RETENTION_EVERY",
                "10");
    }

    private void measure(Scenario scenario, LoadGenerator generator, Started.Running avow)
            throws IOException, SQLException, InterruptedException {
        System.err.println("making " + rows + " interactions …");
        try (DueRows due = DueRows.in(avow.home().resolve("home"), rows)) {
            warmUp(scenario, generator, avow);
            System.out.println(
                    "| round | archived | without: p50, p99, most | beside it: p50, p99, most | p99"
                            + " |");
            System.out.println("| ---: | ---: | --- | --- | ---: |");
            for (int round = 1; round <= rounds; round++) {
                Measured without = steady(scenario, generator, avow);
                due.letGo();
                await(due);
                long before = due.archived();
                long from = System.nanoTime();
                Measured beside = steady(scenario, generator, avow);
                long moved = due.archived() - before;
                double took = (System.nanoTime() - from) / 1e9;
                due.hold();
                System.out.println(
                        "| %d | %.0f rows/s | %s | %s | %+.0f %% |"
                                .formatted(
                                        round,
                                        moved / took,
                                        told(without),
                                        told(beside),
                                        100
                                                * (beside.wholeMillis(99) / without.wholeMillis(99)
                                                        - 1)));
            }
        }
    }

    /** Until the archive is at work, or there is nothing left for it. */
    private static void await(DueRows due) throws SQLException, InterruptedException {
        long before = due.archived();
        long end = System.nanoTime() + TO_BEGIN.toNanos();
        while (due.archived() == before && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    private void warmUp(Scenario scenario, LoadGenerator generator, Started.Running avow) {
        long answered = 0;
        while (answered < scenario.warmUp()) {
            Measured window =
                    generator.closedLoop(
                            avow.target(),
                            scenario.kind(),
                            scenario.concurrency(),
                            Duration.ofSeconds(5));
            if (window.answered() == 0) {
                throw new IllegalStateException("avow answers nothing: " + window.failed());
            }
            answered += window.answered();
        }
        Measured _ = steady(scenario, generator, avow);
    }

    private Measured steady(Scenario scenario, LoadGenerator generator, Started.Running avow) {
        return generator.openLoop(
                avow.target(), scenario.kind(), CONNECTIONS, rate, Duration.ofSeconds(seconds));
    }

    private static String told(Measured of) {
        return "%.2f, %.2f, %.1f ms%s"
                .formatted(
                        of.wholeMillis(50),
                        of.wholeMillis(99),
                        of.wholeMillis(100),
                        of.failures() == 0 ? "" : ", " + of.failures() + " failed");
    }
}
