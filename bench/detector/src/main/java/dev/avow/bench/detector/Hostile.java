package dev.avow.bench.detector;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import java.util.List;
import java.util.Locale;

/** Doubles texts that were made to be slow, and says how the time grows: 2 where it is linear. */
final class Hostile {

    private static final int SMALLEST = 1 << 20;

    /** Below this, what the machine does besides is most of a measurement. */
    private static final double SHORTEST_SECONDS = 0.02;

    private static final int MOST_SCANS = 4;

    private final int largest;
    private final List<HostileText> texts;

    /**
     * @param largest the most characters of a text
     * @param only the number of the one text to take, from 1; 0 for all
     */
    Hostile(int largest, int only) {
        this.largest = largest;
        this.texts = only == 0 ? HostileText.ALL : HostileText.ALL.subList(only - 1, only);
    }

    /** A table in Markdown, printed as it grows. */
    void print(Tier tier) {
        System.out.printf(
                Locale.ROOT,
                "| text, repeated | MB/s at %d MB | MB/s at %d MB | worst doubling |%n"
                        + "| --- | ---: | ---: | ---: |%n",
                SMALLEST >> 20,
                largest >> 20);
        for (HostileText hostile : texts) {
            System.out.println(row(tier.detector(), hostile));
        }
    }

    private String row(Detector detector, HostileText hostile) {
        double first = 0;
        double before = 0;
        double worst = 0;
        for (int size = SMALLEST; size <= largest; size *= 2) {
            double seconds = seconds(detector, hostile.text(size), before);
            if (before >= SHORTEST_SECONDS) {
                worst = Math.max(worst, seconds / before);
            }
            first = first == 0 ? seconds : first;
            before = seconds;
        }
        return String.format(
                Locale.ROOT,
                "| `%s` | %.1f | %.1f | %s |",
                hostile.title(),
                SMALLEST / 1e6 / first,
                largest / 1e6 / before,
                worst == 0 ? "–" : "%.2f ×".formatted(worst));
    }

    /**
     * The least of some scans: what more they took, the machine took. One is enough where it shows
     * that the time did not more than double.
     *
     * @param before of half the text; 0 for the first one, which warms up too
     */
    private static double seconds(Detector detector, String text, double before) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < MOST_SCANS && (before == 0 || least > 2 * before); i++) {
            ProcessorClock.Timed timed = ProcessorClock.scan(detector, text);
            if (!timed.scan().coverage().equals(Coverage.COMPLETE)) {
                throw new IllegalStateException("a scan was not complete");
            }
            least = Math.min(least, timed.seconds());
        }
        return least;
    }
}
