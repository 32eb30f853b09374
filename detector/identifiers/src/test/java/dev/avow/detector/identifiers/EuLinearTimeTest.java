package dev.avow.detector.identifiers;

import dev.avow.detector.testing.LinearTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts readings, not time: doubling a hostile text doubles the work. */
final class EuLinearTimeTest {

    private static final LinearTime READING = new LinearTime(EuropeanIdentifiers.tier2(), 2_000);

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
        READING.assertRepeated(piece);
    }
}
