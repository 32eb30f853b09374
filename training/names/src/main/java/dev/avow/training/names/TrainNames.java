package dev.avow.training.names;

import dev.avow.detector.api.Budget;
import dev.avow.detector.names.Gazetteer;
import dev.avow.detector.names.NameDetector;
import dev.avow.detector.names.NameModel;
import dev.avow.detector.names.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./avow train-names}: trains the model of names and measures it. */
@Command(
        name = "avow train-names",
        mixinStandardHelpOptions = true,
        description = "Trains the model of names from labelled text, lists and templates.")
public final class TrainNames implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description = "labelled data: the folders ner/ and pii/")
    private Path data = Path.of(".");

    @Option(
            names = "--plain",
            paramLabel = "FOLDER",
            description = "texts without names of persons: prose, source code, logs")
    private @Nullable Path plain;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the model; a description with .txt is written beside it")
    private Path out =
            Path.of("detector/names/src/main/resources/dev/avow/detector/names/names.model");

    @Option(names = "--rounds", defaultValue = "6", description = "rounds of training")
    private int rounds;

    @Option(names = "--seed", defaultValue = "20261121", description = "seed of all chance")
    private long seed;

    @Option(names = "--rows", defaultValue = "19", description = "logarithm of the rows")
    private int rows;

    @Option(names = "--times", defaultValue = "22", description = "fillings of each template")
    private int times;

    @Option(names = "--least", defaultValue = "2", description = "rarer features are left out")
    private int least;

    @Option(names = "--bias", defaultValue = "0", description = "added to the odds of no name")
    private float bias;

    private TrainNames() {}

    /** Ends the process with 0 where a model was written. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new TrainNames()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Lists lists = Lists.load();
        Corpora corpora = Corpora.read(data, plain);
        Map<Integer, Byte> words = GazetteerBuilder.build(lists, corpora.training());
        List<Example> examples = new ArrayList<>(corpora.training());
        examples.addAll(new Templates(lists, seed).all(times));
        System.err.printf("%d texts, %d words%n", examples.size(), words.size());

        Learner learner = new Learner(gazetteer(words), seed, least);
        learner.learn(examples, rounds);
        List<Learner.Weighted> strongest = learner.strongest((int) ((1 << rows) * 0.9));
        byte[] file = ModelWriter.write(rows, strongest, bias, words);
        String measured = measure(file, corpora);
        System.out.print(measured);
        Files.createDirectories(out.toAbsolutePath().getParent());
        Files.write(out, file);
        Files.writeString(out.resolveSibling(out.getFileName() + ".txt"), about(corpora, measured));
        return 0;
    }

    private static Gazetteer gazetteer(Map<Integer, Byte> words) {
        int[] hashes = new int[words.size()];
        byte[] flags = new byte[words.size()];
        int i = 0;
        for (Map.Entry<Integer, Byte> word : words.entrySet()) {
            hashes[i] = word.getKey();
            flags[i++] = word.getValue();
        }
        return new Gazetteer(hashes, flags);
    }

    private static String measure(byte[] file, Corpora corpora) throws IOException {
        NameDetector detector = new NameDetector(NameModel.read(new ByteArrayInputStream(file)));
        StringBuilder report = new StringBuilder();
        for (Map.Entry<String, List<Example>> set : corpora.tuning().entrySet()) {
            for (int tag : new int[] {Tag.PERSON, Tag.ORGANIZATION, Tag.LOCATION}) {
                Score.Counts counts = Score.of(detector, set.getValue(), tag);
                if (counts.labelled() > 0) {
                    line(
                            report,
                            String.format(
                                    Locale.ROOT,
                                    "%-28s %-13s %s",
                                    set.getKey(),
                                    Score.id(tag),
                                    counts));
                }
            }
        }
        if (!corpora.held().isEmpty()) {
            Score.Counts counts = Score.of(detector, corpora.held(), Tag.PERSON);
            long count =
                    corpora.held().stream().mapToLong(e -> e.text().split("\\s+").length).sum();
            line(
                    report,
                    String.format(
                            Locale.ROOT,
                            "false persons in text without names: %d in %d words (%.2f in 10,000)",
                            counts.found(),
                            count,
                            1e4 * counts.found() / count));
        }
        line(
                report,
                String.format(
                        Locale.ROOT,
                        "speed: %.1f million characters in a second of one thread",
                        speed(detector, corpora)));
        return report.toString();
    }

    /**
     * Millions of characters of the tuning sets and of plain text in a second of processor time of
     * one thread, the best of five.
     */
    private static double speed(NameDetector detector, Corpora corpora) {
        StringBuilder all = new StringBuilder();
        corpora.tuning().values().forEach(l -> l.forEach(e -> all.append(e.text()).append('\n')));
        corpora.held().forEach(e -> all.append(e.text()).append('\n'));
        String text = all.toString();
        Budget ample = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int i = 0; i < 5; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            detector.scan(text, ample);
            best =
                    Math.max(
                            best,
                            text.length() * 1e3 / (threads.getCurrentThreadCpuTime() - begin));
        }
        return best;
    }

    private static void line(StringBuilder out, String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    private String about(Corpora corpora, String measured) {
        return """
        The model of names. Written by ./avow train-names; do not edit.

        Date: %s
        Seed %d, %d rounds, 2^%d rows, %d fillings per template, features seen %d times or more,
        bias %.2f.

        Trained on
        %s
        and on the templates and lists of training/names (its lists/README.md says their sources).
        Licences and credits: NOTICE.

        Measured on sets it was not trained on; a name counts where both its ends are right.
        These sets are not untouched: templates and thresholds were chosen by looking at them, and the
        held-out text without names comes from the same sources as what was trained on.
        %s\
        """
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        seed,
                        rounds,
                        rows,
                        times,
                        least,
                        bias,
                        corpora.sources(),
                        measured);
    }
}
