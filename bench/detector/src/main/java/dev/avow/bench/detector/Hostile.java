package dev.avow.bench.detector;

import dev.avow.detector.api.Detector;

import java.util.List;
import java.util.Locale;

/** Doubles texts that were made to be slow, and says how the time grows: 2 where it is linear. */
final class Hostile {

    private static final List<String> PIECES =
            List.of(
                    "1",
                    "1 ",
                    "4111 ",
                    "@",
                    "a@b.",
                    "DE89 ",
                    "%40",
                    "\\",
                    "\\u0031",
                    "pwd=",
                    "-----BEGIN PRIVATE KEY-----",
                    "eyJ",
                    "http://a:",
                    "(at) dot ",
                    "John ",
                    "12 Main Street, ",
                    ":",
                    "a1",
                    "€1 ");

    private final int largest;

    Hostile(int largest) {
        this.largest = largest;
    }

    String table(Tier tier) {
        StringBuilder table = new StringBuilder();
        table.append("| piece | MB/s at ")
                .append(largest >> 20)
                .append(" MB | time of twice the text |\n| --- | ---: | ---: |\n");
        for (String piece : PIECES) {
            Detector detector = tier.detector();
            String half = piece.repeat(largest / 2 / piece.length());
            String whole = piece.repeat(largest / piece.length());
            ProcessorClock.scan(detector, half);
            double once = ProcessorClock.scan(detector, half).seconds();
            double twice = ProcessorClock.scan(detector, whole).seconds();
            table.append(
                    String.format(
                            Locale.ROOT,
                            "| `%s` | %.1f | %.2f × |%n",
                            piece.strip(),
                            whole.length() / 1e6 / twice,
                            twice / once));
        }
        return table.toString();
    }
}
