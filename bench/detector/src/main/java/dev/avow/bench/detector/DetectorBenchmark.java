package dev.avow.bench.detector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what was measured as tables. */
@Command(
        name = "bench detector",
        description = "Measures how fast the detector is, and how often it is right.",
        mixinStandardHelpOptions = true)
final class DetectorBenchmark implements Callable<Integer> {

    private static final Path RESULTS = Path.of("bench", "results");

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description =
                    "JMH iterations after three of warm-up, 0 for no throughput (default:"
                            + " ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "1",
            description = "length of an iteration (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--texts",
            split = ",",
            defaultValue = "CHAT,DENSE,LOG,CODE,JSON",
            description = "kinds of text (default: ${DEFAULT-VALUE})")
    private List<TextKind> texts = List.of();

    @Option(
            names = "--forks",
            defaultValue = "1",
            description = "JVMs for each tier and text (default: ${DEFAULT-VALUE})")
    private int forks;

    @Option(
            names = "--labelled",
            description = "a labelled set in presidio-research's form, for precision and recall")
    private @Nullable Path labelled;

    @Option(
            names = "--structured",
            description =
                    "a set that bench/detector/structured/run made, for the same; names are not"
                            + " looked for")
    private @Nullable Path structured;

    @Option(
            names = "--secrets",
            description = "texts that bench/detector/secrets/run made, for recall and precision")
    private @Nullable Path secrets;

    @Option(
            names = "--half",
            defaultValue = "LOOKED_AT",
            description =
                    "the half of the rules whose disagreements are listed: ${COMPLETION-CANDIDATES}"
                            + " (default: ${DEFAULT-VALUE})")
    private SecretTexts.Half half = SecretTexts.Half.LOOKED_AT;

    @Option(names = "--show", description = "the texts of these disagreements too")
    private boolean show;

    @Option(
            names = "--hostile",
            defaultValue = "0",
            description =
                    "megabytes of the largest hostile text, 0 for none (default: ${DEFAULT-VALUE})")
    private int hostile;

    @Option(
            names = "--hostile-text",
            defaultValue = "0",
            description =
                    "the number of one hostile text, from 1; 0 for all (default: ${DEFAULT-VALUE})")
    private int hostileText;

    @Option(
            names = "--hostile-names",
            description = "scan the hostile texts with names too, which takes longer")
    private boolean hostileWithNames;

    @Option(
            names = "--fuzz",
            defaultValue = "0",
            description =
                    "random and mutated texts to try, and nothing else is done (default:"
                            + " ${DEFAULT-VALUE})")
    private long fuzz;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "of the first of these texts (default: ${DEFAULT-VALUE})")
    private long seed;

    public static void main(String[] args) {
        System.exit(new CommandLine(new DetectorBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (fuzz > 0) {
            return fuzz();
        }
        if (rounds > 0) {
            ForkedThroughput throughput = new ForkedThroughput(forks, rounds, seconds, texts);
            System.out.println(throughput.table(RESULTS.resolve("detector-throughput.json")));
        }
        if (hostile > 0) {
            System.out.println();
            new Hostile(hostile << 20, hostileText)
                    .print(hostileWithNames ? Tier.WITH_NAMES : Tier.PATTERNS);
        }
        if (labelled != null) {
            System.out.println();
            System.out.println(new Accuracy(false).table(labelled, Tier.WITH_NAMES));
        }
        if (structured != null) {
            System.out.println();
            System.out.println(new Accuracy(true).table(structured, Tier.PATTERNS));
        }
        if (secrets != null) {
            SecretTexts texts = new SecretTexts(secrets);
            System.out.println(texts.totals());
            System.out.println(texts.disagreements(half));
            System.out.print(show ? texts.texts(half) : "");
        }
        return 0;
    }

    private int fuzz() throws IOException {
        Fuzz run = new Fuzz(Examples.read(Path.of("")));
        run.run(seed, fuzz);
        run.broken().forEach(System.out::println);
        System.out.println(run.tried() + " texts, " + run.broken().size() + " broken promises");
        return run.broken().isEmpty() ? 0 : 1;
    }
}
