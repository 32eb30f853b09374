package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.engine.Detectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts readings, not time: doubling a hostile text doubles the work. */
final class EuLinearTimeTest {

    private static final int SIZE = 40_000;

    /** No text may need more readings of a character than this. */
    private static final int MOST_READINGS = 2_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "12 ",
                "<",
                "A<",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA<\n",
                "P<UTO<<\n",
                "AB 12 34 56 C ",
                "85.07.30-033.28 ",
                "111222333 ",
                "BSN 111222333 ",
                "NIF 123456789 ",
                "id 0 ",
                "dutch 111222333 ",
                "DE136695976 ",
                "de 136695976 ",
                "12345678Z ",
                "X-1234567-L ",
                "131052-308T ",
                "RSSMRA85T10A562S ",
                "AAA AAA 85T10 A562S ",
                "15 070649 C 103 ",
                "L01X00T471 ",
                "710319/2745 "
            })
    void scan_repeated_readsEachCharacterABoundedNumberOfTimes(String piece) {
        long once = steps(piece, SIZE);
        long twice = steps(piece, 2 * SIZE);
        assertThat(once).isLessThan((long) MOST_READINGS * SIZE);
        assertThat(twice).isLessThan(once * 21 / 10 + 10_000);
    }

    private static long steps(String piece, int size) {
        return Detectors.steps(EuropeanIdentifiers.tier2(), piece.repeat(size / piece.length()));
    }
}
