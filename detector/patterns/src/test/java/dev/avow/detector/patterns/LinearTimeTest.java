package dev.avow.detector.patterns;

import dev.avow.detector.testing.LinearTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts readings, not time: doubling a hostile text doubles the work. */
final class LinearTimeTest {

    private static final LinearTime READING = new LinearTime(Patterns.tier2(), 450);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "12 ",
                "1.",
                "1.2.3.",
                "10.0.0.1",
                "a:",
                ":",
                "::",
                "1:",
                "f:",
                "00:",
                "00-",
                "0000.",
                "://",
                "a://b:",
                "a://b:c@",
                "a://",
                "eyJ",
                "eyJhbGciOiJIUzI1NiJ9.",
                "eyJ.",
                "$",
                "$1",
                "$1 ",
                "€1 ",
                "1 000 ",
                "1,",
                "1.000,",
                "€",
                "eur ",
                "1 eur ",
                "1k euros ",
                "million ",
                "dob ",
                "born ",
                "born 1 ",
                "geb. ",
                "12 Main ",
                "Main 12 ",
                "A ",
                "A 1 ",
                "Rue ",
                "12 rue de ",
                "Calle A ",
                "Apt 1 ",
                "Apt. 1\n",
                "Suite ",
                "Box 1 ",
                "zip 12345 ",
                "12345 ",
                "1a ",
                "0x",
                "bc1q",
                "1A1zP1",
                "A1",
                "AB-123-CD ",
                "plate ",
                "plate AB ",
                "kennzeichen B ",
                "490154203237518 ",
                "1M8GDM9AXKP042788 ",
                "\u200b",
                "1\u200b",
                "%40",
                "%3A",
                "\\u003a",
                "&#58;",
                "\\",
                "%"
            })
    void scan_repeated_readsEachCharacterABoundedNumberOfTimes(String piece) {
        READING.assertRepeated(piece);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "a", "a.", "1", " ", "\u00e9", "%20", "电", "x@"})
    void scan_longRunsBetweenCandidates_staysLinear(String filler) {
        READING.assertBetweenCandidates(filler);
    }

    @Test
    void scan_tenMillionDigits_isComplete() {
        READING.assertTenMillionDigits();
    }
}
