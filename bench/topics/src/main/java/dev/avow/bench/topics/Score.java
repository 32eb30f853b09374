package dev.avow.bench.topics;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Scan;
import dev.avow.engines.topics.TopicDetector;
import java.util.List;
import java.util.Locale;

/**
 * How often a detector is right on labelled texts. A text's topic is that of its surest finding.
 *
 * <p>A class's F1 is {@code 2·right / (2·right + wrongly said + missed)}; the macro F1 is the mean
 * of the nine topics', without that of texts about none of them.
 */
final class Score {

    private static final Budget PLENTY = new Budget(Integer.MAX_VALUE, 60_000_000_000L);

    private static final int NONE = TopicDetector.TYPES.size();

    private final int[][] said = new int[NONE + 1][NONE + 1];

    private Score() {}

    /** Holds a detector against texts. */
    static Score of(Detector detector, List<HeldOut.Labelled> texts) {
        Score score = new Score();
        for (HeldOut.Labelled each : texts) {
            Scan scan = detector.scan(each.text(), PLENTY);
            if (scan.coverage() instanceof Coverage.Partial) {
                throw new IllegalStateException("a text was not wholly looked at");
            }
            score.said[each.topic()][surest(scan)]++;
        }
        return score;
    }

    private static int surest(Scan scan) {
        return scan.findings().stream()
                .max((one, other) -> Double.compare(one.confidence(), other.confidence()))
                .map(finding -> TopicDetector.TYPES.indexOf(finding.type()))
                .orElse(NONE);
    }

    double macroF1() {
        double sum = 0;
        for (int topic = 0; topic < NONE; topic++) {
            sum += f1(topic);
        }
        return sum / NONE;
    }

    private double f1(int topic) {
        double right = said[topic][topic];
        int all = texts(topic) + said(topic);
        return all == 0 ? 0 : 2 * right / all;
    }

    private int texts(int topic) {
        int sum = 0;
        for (int each : said[topic]) {
            sum += each;
        }
        return sum;
    }

    private int said(int topic) {
        int sum = 0;
        for (int[] row : said) {
            sum += row[topic];
        }
        return sum;
    }

    /** A row for each topic, and the mean. */
    String table() {
        StringBuilder table =
                new StringBuilder("topic               texts  said  precision  recall    F1\n");
        for (int topic = 0; topic <= NONE; topic++) {
            double right = said[topic][topic];
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%-18s %6d %5d %10.2f %7.2f %5.2f%n",
                            HeldOut.NAMES.get(topic),
                            texts(topic),
                            said(topic),
                            right / Math.max(1, said(topic)),
                            right / Math.max(1, texts(topic)),
                            f1(topic)));
        }
        return table.append(String.format(Locale.ROOT, "macro F1 of nine: %.3f%n", macroF1()))
                .toString();
    }
}
