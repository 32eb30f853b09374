package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.api.Coverage;
import dev.avow.detector.engine.Detectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts readings, not time: doubling a hostile text doubles the work. */
final class LinearTimeTest {

    private static final int SIZE = 40_000;

    /** No text may need more readings of a character than this. */
    private static final int MOST_READINGS = 400;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "12 ",
                "4111 ",
                "@",
                "a@",
                "a.",
                "a@b.",
                "1@",
                "+1",
                "+33 6 ",
                "00",
                "0 ",
                "DE89 ",
                "AA11",
                "\u200b",
                "1\u200b",
                "1 \u200b",
                "%40",
                "%",
                "\\",
                "\\u0031",
                "\\u00",
                "\"",
                "\" @",
                "tel 1 ",
                "2A",
                "269052A ",
                "06 12 ",
                "(",
                "1(",
                "1-",
                "1.",
                "+ ",
                "１",
                "732 829 320 ",
                "4111111111111111 ",
                "%C2%A01",
                "%31",
                "a\u00ad@\u200b",
                "x\"@b.cd ",
                "\"@",
                "&",
                "&#",
                "&#64;",
                "&#0",
                "&commat;",
                "%25",
                "%2540",
                "\\\\u0040",
                "\\x40",
                "1\t",
                "4111_",
                "(at) ",
                "[at",
                "(",
                "((",
                "a at b dot ",
                " at dot ",
                " AT dot",
                "dot at ",
                "@a dot ",
                "a(dot)",
                "(dot)(at)",
                "phone 06 ",
                "call 555 ",
                "0171 ",
                "0171 1234567 ",
                "0171 1234567 x",
                "0171 1234567 ext ",
                "612 345 678 ",
                "(030) ",
                "(0)",
                "011 44 ",
                "0011 ",
                "md5 0",
                "FR76/",
                "41 11 11 ",
                "phone\n123456 "
            })
    void scan_repeated_readsEachCharacterABoundedNumberOfTimes(String piece) {
        long once = steps(piece, SIZE);
        long twice = steps(piece, 2 * SIZE);
        assertThat(once).isLessThan((long) MOST_READINGS * SIZE);
        assertThat(twice).isLessThan(once * 21 / 10 + 10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "a", "a.", "1", " ", "\u00e9", "%20", "电", "x@"})
    void scan_longRunsBetweenCandidates_staysLinear(String filler) {
        String text = (filler.repeat(SIZE / filler.length()) + "1 @ DE89 +33 6 ").repeat(2);
        assertThat(Detectors.steps(Recognizers.tier1(), text))
                .isLessThan((long) MOST_READINGS * text.length());
    }

    @Test
    void scan_tenMillionDigits_isComplete() {
        assertThat(Found.TIER_1.scan("7".repeat(10_000_000), Found.AMPLE).coverage())
                .isEqualTo(Coverage.COMPLETE);
    }

    private static long steps(String piece, int size) {
        return Detectors.steps(Recognizers.tier1(), piece.repeat(size / piece.length()));
    }
}
