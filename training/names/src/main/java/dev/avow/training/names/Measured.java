package dev.avow.training.names;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.names.Tag;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures a detector and writes what came out as lines of text.
 *
 * @param detector finds names
 */
record Measured(Detector detector) {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);
    private static final int[] TAGS = {Tag.PERSON, Tag.ORGANIZATION, Tag.LOCATION};

    /** A line for each set and type that it labels. */
    String sets(Map<String, List<Example>> sets) {
        StringBuilder report = new StringBuilder();
        sets.forEach((name, examples) -> {
            for (int tag : TAGS) {
                Score.Counts counts = Score.of(detector, examples, tag);
                if (counts.labelled() > 0) {
                    report.append(
                            String.format(
                                    Locale.ROOT, "%-24s %-13s %s%n", name, Score.id(tag), counts));
                }
            }
        });
        return report.toString();
    }

    /** A line that says what is found in the texts of a folder, in 10,000 words. */
    String alarms(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        long words = 0;
        Map<String, Integer> found = new TreeMap<>();
        for (Path file : files) {
            String text = Files.readString(file);
            words += new StringTokenizer(text).countTokens();
            detector.scan(text, AMPLE)
                    .findings()
                    .forEach(f -> found.merge(f.type().id(), 1, Integer::sum));
        }
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%-10s %7d words", folder.getFileName(), words));
        for (Map.Entry<String, Integer> type : found.entrySet()) {
            line.append(
                    String.format(
                            Locale.ROOT,
                            ", %s %d (%.2f in 10,000)",
                            type.getKey(),
                            type.getValue(),
                            1e4 * type.getValue() / Math.max(1, words)));
        }
        return line.append('\n').toString();
    }

    /**
     * Millions of characters in a second of processor time of one thread, the best of five.
     *
     * @param sets their texts in a row
     */
    double speed(Map<String, List<Example>> sets) {
        StringBuilder all = new StringBuilder();
        sets.values().forEach(l -> l.forEach(e -> all.append(e.text()).append('\n')));
        String text = all.toString();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int i = 0; i < 5; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            detector.scan(text, AMPLE);
            long took = threads.getCurrentThreadCpuTime() - begin;
            best = Math.max(best, text.length() * 1e3 / Math.max(1, took));
        }
        return best;
    }
}
