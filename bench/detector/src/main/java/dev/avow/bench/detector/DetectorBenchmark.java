package dev.avow.bench.detector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
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

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "windows to take medians over (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "1",
            description = "processor time of a window (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--labelled",
            description = "a labelled set in presidio-research's form, for precision and recall")
    private @Nullable Path labelled;

    @Option(
            names = "--hostile",
            defaultValue = "0",
            description =
                    "megabytes of the largest hostile text, 0 for none (default: ${DEFAULT-VALUE})")
    private int hostile;

    public static void main(String[] args) {
        System.exit(new CommandLine(new DetectorBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Throughput clock = new Throughput(Math.max(1, rounds), Math.max(0.1, seconds));
        System.out.println("| text | " + titles() + " |");
        System.out.println("| --- |" + " ---: |".repeat(Tier.ALL.size()));
        for (TextKind kind : TextKind.values()) {
            String text = kind.text();
            StringBuilder row = new StringBuilder("| " + kind.title() + " |");
            for (Tier tier : Tier.ALL) {
                row.append(
                        String.format(
                                Locale.ROOT,
                                " %.1f MB/s |",
                                clock.megabytes(tier.detector(), text)));
            }
            System.out.println(row);
        }
        if (hostile > 0) {
            System.out.println();
            System.out.println(new Hostile(clock, hostile << 20).table(Tier.PATTERNS));
        }
        if (labelled != null) {
            System.out.println();
            System.out.println(new Accuracy().table(labelled, Tier.WITH_NAMES));
        }
        System.err.println(clock.found() + " findings in all");
        return 0;
    }

    private static String titles() {
        StringBuilder titles = new StringBuilder();
        for (Tier tier : Tier.ALL) {
            titles.append(titles.isEmpty() ? "" : " | ").append(tier.title());
        }
        return titles.toString();
    }
}
