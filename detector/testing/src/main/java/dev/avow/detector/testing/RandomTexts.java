package dev.avow.detector.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.api.Scan;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Texts made at random of pieces that recognizers look for, and what holds of a scan of any of
 * them. The same seed makes the same texts.
 */
public final class RandomTexts {

    private final Function<Random, String> kind;

    private RandomTexts(Function<Random, String> kind) {
        this.kind = kind;
    }

    /**
     * Pieces in a row, with strange characters between.
     *
     * @param pieces what to choose from
     * @param below a text has fewer pieces than this
     * @param oneIn of so many pieces, one is any UTF-16 code unit and one any printable ASCII
     */
    public static RandomTexts rows(List<String> pieces, int below, int oneIn) {
        return new RandomTexts(random -> {
            StringBuilder text = new StringBuilder();
            int count = random.nextInt(below);
            for (int i = 0; i < count; i++) {
                switch (random.nextInt(oneIn)) {
                    case 0 -> text.append(anything(random));
                    case 1 -> text.append(printable(random));
                    default -> text.append(pieces.get(random.nextInt(pieces.size())));
                }
            }
            return text.toString();
        });
    }

    /** The same without printable ASCII; one code unit in four pieces is any. */
    public static RandomTexts rowsAmongAnything(List<String> pieces, int below) {
        return new RandomTexts(random -> {
            StringBuilder text = new StringBuilder();
            int count = random.nextInt(below);
            for (int i = 0; i < count; i++) {
                if (random.nextInt(4) == 0) {
                    text.append(anything(random));
                } else {
                    text.append(pieces.get(random.nextInt(pieces.size())));
                }
            }
            return text.toString();
        });
    }

    /** Up to eight pieces, one in six cut short; as many are strange characters of either sort. */
    public static RandomTexts cutPieces(List<String> pieces) {
        return new RandomTexts(random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                String piece = pieces.get(random.nextInt(pieces.size()));
                switch (random.nextInt(6)) {
                    case 0 -> text.append(anything(random));
                    case 1 -> text.append(printable(random));
                    case 2 -> text.append(piece, 0, random.nextInt(piece.length()) + 1);
                    default -> text.append(piece);
                }
            }
            return text.toString();
        });
    }

    /** These, with up to two characters put in or taken out. */
    public RandomTexts damaged() {
        return new RandomTexts(random -> {
            StringBuilder text = new StringBuilder(kind.apply(random));
            for (int i = random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
                int place = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.deleteCharAt(place);
                } else {
                    text.insert(place, printable(random));
                }
            }
            return text.toString();
        });
    }

    /** Of so many texts, all are read to the end, with findings within them, side by side. */
    public void assertInBounds(Detector detector, long seed, int texts) {
        Random random = new Random(seed);
        for (int i = 0; i < texts; i++) {
            String text = kind.apply(random);
            Scan scan = detector.scan(text, Findings.AMPLE);
            assertThat(scan.coverage())
                    .as("seed %d, text %d", seed, i)
                    .isEqualTo(Coverage.COMPLETE);
            int last = 0;
            for (Finding finding : scan.findings()) {
                if (finding.start() < last || finding.end() > text.length()) {
                    throw new AssertionError("seed " + seed + ", text " + i);
                }
                last = finding.end();
            }
        }
    }

    private static char anything(Random random) {
        return (char) random.nextInt(0x10000);
    }

    private static char printable(Random random) {
        return (char) (0x20 + random.nextInt(0x5F));
    }
}
