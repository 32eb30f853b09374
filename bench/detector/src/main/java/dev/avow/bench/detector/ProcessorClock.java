package dev.avow.bench.detector;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Times single scans by their thread's processor time, where JMH's many would take too long. */
final class ProcessorClock {

    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorClock() {}

    /**
     * A scan and what it took.
     *
     * @param scan what was found
     * @param seconds processor time of its thread
     */
    record Timed(Scan scan, double seconds) {}

    /** Scans a text once. */
    static Timed scan(Detector detector, String text) {
        long began = THREADS.getCurrentThreadCpuTime();
        Scan scan = detector.scan(text, AMPLE);
        return new Timed(scan, (THREADS.getCurrentThreadCpuTime() - began) / 1e9);
    }
}
