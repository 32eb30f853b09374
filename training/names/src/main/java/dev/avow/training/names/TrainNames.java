package dev.avow.training.names;

import dev.avow.detector.names.Gazetteer;
import dev.avow.detector.names.NameDetector;
import dev.avow.detector.names.NameModel;
import dev.avow.detector.names.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.Callable;
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
            description =
                    "labelled data: the folders ner/ and pii/; sets that are missing are left out")
    private Path data = Path.of(".");

    @Option(
            names = "--code",
            paramLabel = "FOLDER",
            description = "source code without names of persons: this repository")
    private Path code = Path.of(".");

    @Option(
            names = "--plain",
            paramLabel = "FOLDER",
            description =
                    "texts without names, to count false findings in; more than once if need be")
    private List<Path> plain = List.of();

    @Option(
            names = "--held-out",
            description =
                    "write the model that was measured, which learned from the training part alone")
    private boolean heldOut;

    @Option(
            names = "--last",
            description = "measure on the texts kept for the end too; do not tune by what it says")
    private boolean withLast;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the model; a description with .txt is written beside it")
    private Path out =
            Path.of("detector/names/src/main/resources/dev/avow/detector/names/names.model");

    @Option(names = "--rounds", defaultValue = "5", description = "rounds of training")
    private int rounds;

    @Option(names = "--seed", defaultValue = "20261121", description = "seed of all chance")
    private long seed;

    @Option(names = "--rows", defaultValue = "21", description = "logarithm of the rows")
    private int rows;

    @Option(names = "--times", defaultValue = "22", description = "fillings of each template")
    private int times;

    @Option(names = "--least", defaultValue = "3", description = "rarer features are left out")
    private int least;

    @Option(names = "--drop", defaultValue = "10", description = "features left out, of 100")
    private int drop;

    @Option(names = "--bias", defaultValue = "0", description = "added to the odds of no name")
    private float bias;

    /** How many of the rows are filled; in fuller ones, features find no place near theirs. */
    private static final double FULL = 0.7;

    private TrainNames() {}

    /** Ends the process with 0 where a model was written. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new TrainNames()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Lists lists = Lists.load();
        Corpora apart = Corpora.read(data, false, new Swapped(lists, seed));
        if (apart.training().isEmpty()) {
            System.err.println(
                    "--data: no labelled text under ner/, such as wnut17-train.conll and"
                        + " wnut17-dev.conll; see NOTICE for the sets and where they come from");
            return 2;
        }
        byte[] file = learned(lists, apart);
        String measured = measured(file, apart);
        System.out.print(measured);
        Corpora learned = apart;
        if (!heldOut) {
            learned = Corpora.read(data, true, new Swapped(lists, seed));
            file = learned(lists, learned);
        }
        NameDetector ships = detector(file);
        StringBuilder alarms = new StringBuilder();
        for (Path folder : plain) {
            alarms.append(new Measured(ships).alarms(folder));
        }
        alarms.append(
                String.format(
                        Locale.ROOT,
                        "speed: %.1f million characters in a second of one thread%n",
                        new Measured(ships).speed(apart.tuning())));
        System.out.print(alarms);
        Files.createDirectories(out.toAbsolutePath().getParent());
        Files.write(out, file);
        Files.writeString(
                out.resolveSibling(out.getFileName() + ".txt"),
                about(learned, measured, alarms.toString()));
        return 0;
    }

    private byte[] learned(Lists lists, Corpora corpora) throws IOException {
        NavigableMap<Integer, Integer> words = GazetteerBuilder.build(lists, corpora.training());
        List<Example> examples = new ArrayList<>(corpora.training());
        examples.addAll(new Templates(lists, seed).all(times));
        examples.addAll(Code.read(code));
        System.err.printf("%d texts, %d words%n", examples.size(), words.size());
        NavigableMap<Integer, Integer> clusters = ClusterList.read();
        Tokens tokens = new Tokens(gazetteer(words), ClusterList.clusters(clusters));
        Learner learner = new Learner(tokens, seed, least, drop);
        learner.learn(examples, rounds);
        return ModelWriter.write(
                rows, learner.strongest((int) ((1 << rows) * FULL)), bias, words, clusters);
    }

    private static NameDetector detector(byte[] file) throws IOException {
        return new NameDetector(NameModel.read(new ByteArrayInputStream(file)));
    }

    private String measured(byte[] file, Corpora corpora) throws IOException {
        Measured measured = new Measured(detector(file));
        String tuned = "Tuned on\n" + measured.sets(corpora.tuning());
        return withLast ? tuned + "Kept for the end\n" + measured.sets(corpora.last()) : tuned;
    }

    private static Gazetteer gazetteer(Map<Integer, Integer> words) {
        int[] hashes = new int[words.size()];
        byte[] flags = new byte[words.size()];
        int i = 0;
        for (Map.Entry<Integer, Integer> word : words.entrySet()) {
            hashes[i] = word.getKey();
            flags[i++] = word.getValue().byteValue();
        }
        return new Gazetteer(hashes, flags);
    }

    private String about(Corpora corpora, String measured, String alarms) {
        return """
        The model of names. Written by ./avow train-names; do not edit.

        Date: %s
        Seed %d, %d rounds, 2^%d rows, %d fillings per template, features seen %d times or more,
        %d of 100 features left out at random while learning, bias %.2f.

        Learned from
        %s
        each twice more with other names in it, and from the templates and lists of training/names
        (its lists/README.md says their sources) and this repository's source code.
        Licences and credits: NOTICE.

        Measured on texts it did not learn from%s.
        A name counts where both its ends are right, and for "touching" where a character is common.
        %s
        Found in texts without names, and speed
        %s\
        """
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        seed,
                        rounds,
                        rows,
                        times,
                        least,
                        drop,
                        bias,
                        corpora.sources(),
                        heldOut
                                ? ""
                                : " (a model with the same settings, which learned from\n"
                                      + "the training part alone, was measured; the one that ships"
                                      + " learned from all parts)",
                        measured,
                        alarms);
    }
}
