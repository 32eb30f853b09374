package dev.avow.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The load benchmark's entry: starts the peers, measures them in turn, prints and keeps a table.
 */
@Command(
        name = "bench load",
        mixinStandardHelpOptions = true,
        description = "Measures Avow under load beside nginx and other gateways, on loopback.")
final class LoadBenchmark implements Callable<Integer> {
    @Option(
            names = "--gateways",
            split = ",",
            defaultValue = "nginx,ferro,portkey,avow",
            description = "which to measure (default: ${DEFAULT-VALUE})")
    private List<String> gateways = List.of();

    @Option(
            names = "--scenarios",
            split = ",",
            defaultValue = "json,stream,json-200ms,stream-200ms",
            description = "which loads (default: ${DEFAULT-VALUE})")
    private List<String> scenarios = List.of();

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "rounds to take medians over (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--share",
            defaultValue = "0.7",
            description =
                    "share of each gateway's own most at which latency is taken (default:"
                            + " ${DEFAULT-VALUE})")
    private double share;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description =
                    "take latency at this many requests a second for all, instead of at a share"
                            + " of each one's own most (default: by share)")
    private double rate;

    @Option(
            names = "--busy",
            defaultValue = "0",
            description =
                    "take latency at the rate at which this percentage of the machine's processors"
                            + " is busy, whatever uses them, and at no more than this percentage"
                            + " of each one's own most (default: by share)")
    private double busy;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description =
                    "length of each window; three windows a round (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--quick", description = "one round of two-second windows")
    private boolean quick;

    @Option(
            names = "--streams",
            defaultValue = "0",
            description = "instead: hold this many open streams through each gateway")
    private int streams;

    @Option(
            names = "--hold",
            defaultValue = "30",
            description = "with --streams: seconds to hold them (default: ${DEFAULT-VALUE})")
    private int hold;

    @Option(
            names = "--h2",
            description = "with --streams: 100 streams to a connection, by HTTP/2 without TLS")
    private boolean http2;

    @Option(
            names = "--upstream",
            defaultValue = "http",
            description =
                    "how the model is reached: ${COMPLETION-CANDIDATES}; over TLS by Avow alone"
                            + " (default: ${DEFAULT-VALUE})")
    private Reach reach = Reach.HTTP;

    @Option(names = "--keep", description = "keep the folders and logs of the gateways")
    private boolean keepWork;

    @Option(
            names = "--root",
            defaultValue = ".",
            description = "the repository's root (default: here)")
    private Path root = Path.of(".");

    /** Exit code 0 where at least one gateway was measured, 1 where none was, 2 on a bad option. */
    public static void main(String[] args) {
        // Broken connections are counted, not logged.
        LogManager.getLogManager().reset();
        System.exit(
                new CommandLine(new LoadBenchmark())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Path here = root.toAbsolutePath().normalize();
        if (!(share > 0 && share <= 1)) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "--share must be above 0 and at most 1");
        }
        if (rate < 0) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "--rate must be above 0, or 0 for a share");
        }
        if (!(busy >= 0 && busy < 100)) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this),
                    "--busy must be above 0 and below 100, or 0 for a share");
        }
        if (rate > 0 && busy > 0) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "give --rate or --busy, not both");
        }
        if (quick) {
            rounds = 1;
            seconds = 2;
        }
        List<Scenario> loads = choose(Scenario.ALL, scenarios, Scenario::name);
        Path work = workFolder();
        Certificate certificate = reach.isSecure() ? Certificate.in(work) : null;
        List<Gateway> chosen =
                choose(known(here, streams > 0, certificate), gateways, Gateway::name);
        String markdown;
        Object json;
        boolean any;
        try (UpstreamProcess upstream = UpstreamProcess.start(work, reach, certificate);
                LoadGenerator generator = new LoadGenerator();
                Stage stage = new Stage(upstream, work)) {
            if (streams > 0) {
                OpenStreams test = new OpenStreams(streams, Duration.ofSeconds(hold), http2);
                OpenStreamsReport report = test.through(chosen, stage);
                markdown = report.markdown();
                json = report;
                any = !report.rows().isEmpty();
            } else {
                Rounds measure =
                        new Rounds(
                                generator, upstream, rounds, Duration.ofSeconds(seconds), pace());
                Report report = run(chosen, loads, stage, measure);
                markdown = report.markdown();
                json = report;
                any = !report.rows().isEmpty();
            }
        }
        System.out.println(markdown);
        keep(here, json);
        if (keepWork) {
            System.out.println("folders of the gateways: " + work);
        } else {
            delete(work);
        }
        return any ? 0 : 1;
    }

    private Pace pace() {
        if (rate > 0) {
            return Pace.fixed(rate);
        }
        return busy > 0 ? Pace.busy(busy / 100) : Pace.share(share);
    }

    /** Short, for the sake of socket paths, and open to a database that runs as another user. */
    private static Path workFolder() throws IOException {
        Path folder = Files.createTempDirectory("avow-bench");
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Gateways are started once for each way in which the upstream answers. */
    private static Report run(
            List<Gateway> chosen, List<Scenario> loads, Stage stage, Rounds measure)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        Map<String, Started.NotRun> notRun = new LinkedHashMap<>();
        Map<UpstreamPlan, List<Scenario>> phases =
                loads.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Scenario::plan, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<UpstreamPlan, List<Scenario>> phase : phases.entrySet()) {
            List<Started.Running> running = new ArrayList<>();
            for (Started started : stage.start(chosen, phase.getKey())) {
                switch (started) {
                    case Started.Running up -> running.add(up);
                    case Started.NotRun not -> notRun.put(not.name(), not);
                }
            }
            Started.Running direct = stage.direct(phase.getKey());
            for (Scenario scenario : phase.getValue()) {
                rows.addAll(measure.measure(scenario, direct, running));
            }
            stage.clear();
        }
        return Report.of(rows, List.copyOf(notRun.values()));
    }

    private static List<Gateway> known(
            Path root, boolean holding, @Nullable Certificate certificate) {
        Path peers = root.resolve("bench/.peers");
        Path authority = certificate == null ? null : certificate.pem();
        String javaOptions = holding ? "-Xmx512m -Xmn170m" : "";
        return List.of(
                new Nginx(holding ? 40_000 : 8_000),
                new Ferro(peers),
                new Portkey(peers),
                new LiteLlm(root, false),
                new LiteLlm(root, true),
                new Avow(root, "avow", Map.of(), javaOptions, authority),
                new Avow(root, "avow-names", Avow.SECOND_TIER, javaOptions, authority),
                new Direct());
    }

    private <T> List<T> choose(List<T> known, List<String> names, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        known.forEach(one -> byName.put(name.apply(one), one));
        List<T> chosen = new ArrayList<>();
        for (String wanted : names) {
            T one = byName.get(wanted);
            if (one == null) {
                throw new CommandLine.ParameterException(
                        new CommandLine(this),
                        "'" + wanted + "' is none of " + String.join(", ", byName.keySet()));
            }
            chosen.add(one);
        }
        return chosen;
    }

    private static void keep(Path root, Object report) throws IOException {
        Path results = Files.createDirectories(root.resolve("bench/results"));
        String stamp = Instant.now().toString().replaceAll("[:.]", "-");
        Path file = results.resolve("load-" + stamp + ".json");
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        mapper.writeValue(file.toFile(), Map.of("machine", Machine.here(), "report", report));
        System.out.println("kept: " + root.relativize(file));
    }
}
