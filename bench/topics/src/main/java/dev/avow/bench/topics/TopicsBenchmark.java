package dev.avow.bench.topics;

import dev.avow.detector.api.Budget;
import dev.avow.engines.topics.TopicDetector;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints F1 on the held-out texts, and the processor time of the whole process per 1,000
 * characters: on these texts one by one, and on texts of 1,000 and 20,000 characters made by
 * joining them in a fixed order. Garbage collection, compilation of the Java code and the network's
 * thread are in it.
 */
final class TopicsBenchmark {

    private static final Budget PLENTY = new Budget(Integer.MAX_VALUE, 600_000_000_000L);
    private static final double CUT_OFF = 0.3;

    private TopicsBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<HeldOut.Labelled> labelled = HeldOut.texts();
        long began = processorNanos();
        try (TopicDetector detector = TopicDetector.open(CUT_OFF)) {
            double start = (processorNanos() - began) / 1e9;
            Score score = Score.of(detector, labelled);
            System.out.print(score.table());
            List<String> texts = labelled.stream().map(HeldOut.Labelled::text).toList();
            double each = cost(detector, texts);
            double thousand = cost(detector, joined(texts, 1_000));
            double long20 = cost(detector, joined(texts, 20_000));
            System.out.printf(
                    Locale.ROOT,
                    "ms of one core per 1,000 characters: %.1f on the texts one by one, %.1f on"
                            + " texts of 1,000, %.1f of 20,000 characters; start %.1f s%n",
                    each,
                    thousand,
                    long20,
                    start);
            Files.writeString(
                    Path.of(System.getProperty("avow.root", "."), "bench/results/topics.json"),
                    String.format(
                            Locale.ROOT,
                            "{\"macro_f1\": %.4f, \"ms_per_1000_chars\": {\"each\": %.2f,"
                                    + " \"1000\": %.2f, \"20000\": %.2f}, \"start_s\": %.2f}%n",
                            score.macroF1(),
                            each,
                            thousand,
                            long20,
                            start));
        }
    }

    private static double cost(TopicDetector detector, List<String> texts) {
        texts.forEach(text -> detector.scan(text, PLENTY));
        long chars = 0;
        long began = processorNanos();
        for (int round = 0; round < 3; round++) {
            for (String text : texts) {
                detector.scan(text, PLENTY);
                chars += text.length();
            }
        }
        double millis = (processorNanos() - began) / 1e6;
        return millis * 1_000 / chars;
    }

    /** Every seventh text after the one before, so that neighbours are of several topics. */
    private static List<String> joined(List<String> texts, int length) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            all.append(texts.get(i * 7 % texts.size())).append('\n');
        }
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from + length <= all.length(); from += length) {
            pieces.add(all.substring(from, from + length));
        }
        return pieces;
    }

    /** Of all threads: the network computes on its own. */
    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
