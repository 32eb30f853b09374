package dev.avow.bench.detector;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Megabytes of text (UTF-16 code units) in a second of one thread's processor time, so that
 * whatever else the machine does counts little. Warm: texts of this kind were scanned for some
 * seconds first.
 */
final class Throughput {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int rounds;
    private final long windowNanos;
    private long found;

    Throughput(int rounds, double seconds) {
        this.rounds = rounds;
        this.windowNanos = (long) (seconds * 1e9);
    }

    /** The median of the rounds. */
    double megabytes(Detector detector, String text) {
        window(detector, text);
        window(detector, text);
        double[] rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            rates[round] = window(detector, text);
        }
        Arrays.sort(rates);
        return rates[rounds / 2];
    }

    private double window(Detector detector, String text) {
        long began = THREADS.getCurrentThreadCpuTime();
        long spent;
        long scanned = 0;
        do {
            found += detector.scan(text, AMPLE).findings().size();
            scanned += text.length();
            spent = THREADS.getCurrentThreadCpuTime() - began;
        } while (spent < windowNanos);
        return scanned / 1e6 / (spent / 1e9);
    }

    /** Processor seconds for one scan of a text. */
    double seconds(Detector detector, String text) {
        long began = THREADS.getCurrentThreadCpuTime();
        found += detector.scan(text, AMPLE).findings().size();
        return (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
    }

    /** What was found in all; read so that no scan can be left out by the compiler. */
    long found() {
        return found;
    }
}
