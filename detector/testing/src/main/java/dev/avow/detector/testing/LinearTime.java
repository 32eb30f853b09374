package dev.avow.detector.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.engine.Detectors;
import dev.avow.detector.engine.Recognizer;
import java.util.List;

/**
 * Shows that some recognizers stay linear on hostile texts. Counts readings of characters, not
 * time: doubling a text doubles the work.
 *
 * @param recognizers what reads
 * @param mostReadings how often one character may be read, on average
 */
public record LinearTime(List<Recognizer> recognizers, int mostReadings) {

    private static final int SIZE = 40_000;

    /** A copy of the recognizers. */
    public LinearTime {
        recognizers = List.copyOf(recognizers);
    }

    /** A text of one piece again and again: bounded, and doubled at most where it is doubled. */
    public void assertRepeated(String piece) {
        long once = steps(piece, SIZE);
        long twice = steps(piece, 2 * SIZE);
        assertThat(once).isLessThan((long) mostReadings * SIZE);
        assertThat(twice).isLessThan(once * 21 / 10 + 10_000);
    }

    /** Long stretches of one filler between what begins a value. */
    public void assertBetweenCandidates(String filler) {
        String text = (filler.repeat(SIZE / filler.length()) + "1 @ DE89 +33 6 ").repeat(2);
        assertThat(Detectors.steps(recognizers, text))
                .isLessThan((long) mostReadings * text.length());
    }

    /** One number that does not end is read to its end. */
    public void assertTenMillionDigits() {
        assertThat(
                        Detectors.of(recognizers)
                                .scan("7".repeat(10_000_000), Findings.AMPLE)
                                .coverage())
                .isEqualTo(Coverage.COMPLETE);
    }

    private long steps(String piece, int size) {
        return Detectors.steps(recognizers, piece.repeat(size / piece.length()));
    }
}
