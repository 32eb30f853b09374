package dev.avow.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts the answers of one window. Used on the generator's event loop only. */
final class Tally {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final Histogram whole = new Histogram(LONGEST_MICROS, 3);
    private final Histogram first = new Histogram(LONGEST_MICROS, 3);
    private final Map<String, Long> failed = new TreeMap<>();
    private long answered;
    private long restored;

    void answered(long firstNanos, long wholeNanos, boolean wasRestored) {
        answered++;
        restored += wasRestored ? 1 : 0;
        first.recordValue(micros(firstNanos));
        whole.recordValue(micros(wholeNanos));
    }

    void failed(String reason) {
        failed.merge(reason, 1L, Long::sum);
    }

    Measured over(long nanos) {
        return new Measured(answered, restored, failed, nanos / 1e9, whole.copy(), first.copy());
    }

    private static long micros(long nanos) {
        return Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST_MICROS);
    }
}
