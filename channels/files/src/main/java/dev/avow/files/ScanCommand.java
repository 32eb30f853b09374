package dev.avow.files;

import dev.avow.custom.DefinitionJson;
import dev.avow.custom.DefinitionLimits;
import dev.avow.custom.DefinitionRules;
import dev.avow.custom.Definitions;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.words.Fault;
import dev.avow.words.FaultException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds personal data in files. Needs no server, no database and no network. */
@Command(
        name = "scan",
        description = {
            "Finds personal data and secrets in files: text, JSON, CSV, PDF, Office documents.",
            "What is found is never printed, only where it stands."
        },
        footer = {
            "Status: 0 nothing found, 1 something found, 2 wrong usage, 3 nothing found but not"
                    + " everything could be looked at."
        },
        mixinStandardHelpOptions = true)
public final class ScanCommand implements Callable<Integer> {

    private final ScanDetectors detectors;
    private final DefinitionRules rules;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|FOLDER|-",
            description = "What to look at; - is standard input.")
    private List<Path> places = List.of();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text, json or sarif (default: ${DEFAULT-VALUE}).")
    private String format = "text";

    @Option(names = "--output", description = "The file to write to instead of standard output.")
    private @Nullable Path output;

    @Option(
            names = "--redact",
            paramLabel = "FOLDER",
            description = {
                "Writes clean copies below this folder, with pseudonyms such as [EMAIL_1];",
                "of documents their text. Files that were not wholly looked at get none."
            })
    private @Nullable Path redact;

    @Option(
            names = "--type",
            split = ",",
            description = "Only these types, such as email,iban; all where not given.")
    private Set<String> types = Set.of();

    @Option(
            names = "--recognizers",
            paramLabel = "FILE",
            description = {
                "A JSON file of your own recognizers, and allow and deny lists, of the form that",
                "the API takes: {\"recognizers\": [...], \"lists\": [...]}."
            })
    private @Nullable Path recognizers;

    @Option(
            names = "--min-confidence",
            defaultValue = "0",
            description = "0 to 1; what is less sure does not count (default: ${DEFAULT-VALUE}).")
    private double minConfidence;

    @Option(
            names = "--tier",
            defaultValue = "2",
            description =
                    "1: what patterns and checksums tell; 2: all (default: ${DEFAULT-VALUE}).")
    private int tier;

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "Passes over files and folders so named; may be given again.")
    private List<String> exclude = List.of();

    @Option(
            names = "--max-bytes",
            defaultValue = "67108864",
            description = "A larger file is not looked at (default: ${DEFAULT-VALUE}).")
    private long maxBytes;

    @Option(
            names = "--seconds",
            defaultValue = "30",
            description = "For one file (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--threads",
            defaultValue = "0",
            description = "Files at once; 0 for one per processor (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--no-progress", description = "Says nothing on standard error meanwhile.")
    private boolean noProgress;

    /** Finds what some detectors find. */
    public ScanCommand(ScanDetectors detectors) {
        this.detectors = detectors;
        this.rules = new DefinitionRules(detectors.tiers(), DefinitionLimits.usual());
    }

    @Override
    public Integer call() throws IOException {
        ReportFormat wanted = format();
        Definitions own = definitions();
        check(own);
        Detector detector = rules.detector(detectors.of().apply(tier), own);
        FileScan scan =
                new FileScan(
                        detector,
                        new FileScan.Rules(maxBytes, Duration.ofSeconds(seconds), this::counts),
                        this::copyOf);
        List<FileReport> reports = new ArrayList<>();
        List<Path> below = new ArrayList<>();
        for (Path place : places) {
            if (place.toString().equals("-")) {
                reports.add(scan.scan(System.in.readAllBytes(), place));
            } else if (Files.exists(place)) {
                below.add(place);
            } else {
                throw bad("there is no " + place);
            }
        }
        FolderWalk.Found found = new FolderWalk(exclude).below(below);
        found.unreadable()
                .forEach(path ->
                        reports.add(
                                new FileReport(path, List.of(), null, "cannot be reached", null)));
        int atOnce = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        try (ScanProgress progress = ScanProgress.over(found.files().size(), !noProgress)) {
            reports.addAll(new ParallelScan(scan, atOnce).scan(found.files(), progress));
        }
        write(wanted, reports);
        Summary sum = Summary.of(reports);
        return sum.findings() > 0 ? 1 : sum.gaps() > 0 ? 3 : 0;
    }

    private ReportFormat format() {
        for (ReportFormat each : ReportFormat.values()) {
            if (each.name().equalsIgnoreCase(format)) {
                return each;
            }
        }
        throw bad("--format must be text, json or sarif");
    }

    private Definitions definitions() {
        if (recognizers == null) {
            return Definitions.none();
        }
        try {
            Definitions own = DefinitionJson.file(Files.readAllBytes(recognizers));
            rules.checkAll(own);
            return own;
        } catch (IOException unreadable) {
            throw bad("--recognizers cannot be read: there is no file " + recognizers);
        } catch (FaultException refused) {
            Fault fault = refused.fault();
            String at = fault.field().map(field -> " (" + field + ")").orElse("");
            throw bad("--recognizers: " + fault.message() + at);
        }
    }

    private void check(Definitions own) {
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw bad("--min-confidence must be 0 to 1");
        }
        if (tier != 1 && tier != 2) {
            throw bad("--tier must be 1 or 2");
        }
        if (maxBytes < 1 || maxBytes > 1L << 30) {
            throw bad("--max-bytes must be 1 to 1073741824");
        }
        if (seconds < 1 || threads < 0) {
            throw bad("--seconds must be at least 1 and --threads at least 0");
        }
        Set<String> unknown = new TreeSet<>(types);
        Set<String> known = new TreeSet<>(detectors.types().apply(tier));
        known.addAll(own.types(rules.builtIn()).keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw bad(
                    "--type does not know "
                            + String.join(", ", unknown)
                            + "; there are "
                            + String.join(", ", known));
        }
        try {
            FolderWalk _ = new FolderWalk(exclude);
        } catch (IllegalArgumentException noGlob) {
            throw bad("--exclude must be a glob such as *.min.js");
        }
    }

    private ParameterException bad(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private boolean counts(Finding finding) {
        return finding.confidence() >= minConfidence
                && (types.isEmpty() || types.contains(finding.type().id()));
    }

    /** Below the folder for copies, with the file's own path; never outside of it. */
    private @Nullable Path copyOf(Path file) {
        if (redact == null) {
            return null;
        }
        String plain = file.toString().equals("-") ? "stdin" : relative(file);
        return redact.resolve(plain);
    }

    private String relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        for (Path place : places) {
            Path root = place.toAbsolutePath().normalize();
            if (absolute.startsWith(root) && !absolute.equals(root)) {
                return root.getFileName() == null
                        ? root.relativize(absolute).toString()
                        : root.getFileName() + "/" + root.relativize(absolute);
            }
        }
        return String.valueOf(absolute.getFileName());
    }

    private void write(ReportFormat wanted, List<FileReport> reports) throws IOException {
        if (output == null) {
            wanted.write(reports, new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
            return;
        }
        try (Writer out = Files.newBufferedWriter(output)) {
            wanted.write(reports, out);
        } catch (IOException unwritable) {
            throw bad("--output cannot be written");
        }
    }
}
