package dev.avow.bench.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.engine.NumberRun;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In rows of numbers recognizers are passed over that would report nothing there, and no other. */
final class AmidNumbersTest {

    private static final int ROWS = 3_000;
    private static final Budget AMPLE = new Budget(Integer.MAX_VALUE, Long.MAX_VALUE);
    private static final List<String> SIGNS =
            List.of(" ", ".", "-", "/", ". ", " - ", ") (", "\t", "_", "\u00a0", "%C2%A0", "\n");
    private static final List<String> WORDS =
            List.of(
                    "phone",
                    "BSN",
                    "NIP",
                    "card",
                    "order",
                    "IMEI",
                    "DNI",
                    "NHS number",
                    "Az.",
                    "A");

    @Test
    void scan_rowsOfNumbers_findsWhatItFindsWherePassedOverAreNone() {
        Detector all = Detectors.of(Tier.patterns().stream().map(AmidNumbersTest::always).toList());
        Random random = new Random(20_261_123);
        for (int i = 0; i < ROWS; i++) {
            String row = row(random);
            assertThat(Tier.PATTERNS.detector().scan(row, AMPLE))
                    .as("row %d", i)
                    .isEqualTo(all.scan(row, AMPLE));
        }
    }

    @Test
    void scan_wordInARowOfNumbers_namesTheNumberBehindIt() {
        String row = "1 2 3 4 5 6 7 8 9 ".repeat(6);

        assertThat(Tier.PATTERNS.detector().scan(row + "BSN 123 456 782 " + row, AMPLE).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.type().id()).isEqualTo("nl_bsn"));
    }

    private static String row(Random random) {
        StringBuilder row = new StringBuilder();
        int bound = (int) Math.pow(10, 1 + random.nextInt(6));
        String sign = SIGNS.get(random.nextInt(SIGNS.size()));
        for (int groups = 8 + random.nextInt(80); groups > 0; groups--) {
            boolean other = random.nextInt(10) == 0;
            row.append(other ? random.nextInt(1_000) : bound + random.nextInt(bound))
                    .append(other ? SIGNS.get(random.nextInt(SIGNS.size())) : sign);
            if (random.nextInt(60) == 0) {
                row.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
            }
        }
        return row.toString();
    }

    /** The same recognizer, called for every group of the lengths that it looks at. */
    private static Recognizer always(Recognizer recognizer) {
        return recognizer instanceof Recognizer.OfNumbers numbers
                ? new Recognizer.OfNumbers() {
                    @Override
                    public FindingType type() {
                        return numbers.type();
                    }

                    @Override
                    public boolean encloses() {
                        return numbers.encloses();
                    }

                    @Override
                    public int lengths() {
                        return numbers.lengths();
                    }

                    @Override
                    public void number(NumberRun run, int group, Sink sink) {
                        numbers.number(run, group, sink);
                    }
                }
                : recognizer;
    }
}
