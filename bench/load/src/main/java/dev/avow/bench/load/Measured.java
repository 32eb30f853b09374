package dev.avow.bench.load;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one window of load showed.
 *
 * @param answered whole answers
 * @param restored those of them that held the request's own values in the clear
 * @param failed answers that do not count, by reason; empty where all went well
 * @param seconds from the first request to the last answer
 * @param whole time to the end of an answer, in microseconds, of whole answers only
 * @param first time to the first byte of its body, in microseconds
 */
record Measured(
        long answered,
        long restored,
        Map<String, Long> failed,
        double seconds,
        Histogram whole,
        Histogram first) {
    Measured {
        failed = Map.copyOf(failed);
    }

    double perSecond() {
        return seconds > 0 ? answered / seconds : 0;
    }

    long failures() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A percentile of the time to the end of an answer, in milliseconds. */
    double wholeMillis(double percentile) {
        return whole.getValueAtPercentile(percentile) / 1000.0;
    }

    /** A percentile of the time to the first byte, in milliseconds. */
    double firstMillis(double percentile) {
        return first.getValueAtPercentile(percentile) / 1000.0;
    }
}
