package dev.avow.detector.recognizers;

import dev.avow.detector.testing.RandomTexts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, a scan does not fail and its findings lie within the text, side by side. */
final class RandomTextTest {

    private static final int TEXTS = 50_000;
    private static final List<String> PIECES =
            List.of(
                    "alice@mail.example",
                    "+33 6 12 34 56 78",
                    "4111 1111 1111 1111",
                    "%40",
                    "DE89 3704 0044 0532 0130 00",
                    "2 69 05 2A 004 123 14",
                    "732 829 320 00074",
                    "\\u0040",
                    "\\n",
                    "\\\\u0040",
                    "\\x40",
                    "&#64;",
                    "&commat;",
                    "&#",
                    "%2540",
                    "%25",
                    "\\u",
                    "%C2%A0",
                    "%",
                    "\\",
                    "\"",
                    "@",
                    "+",
                    "(0)",
                    "00",
                    " ",
                    "\u200b",
                    "\ud83d",
                    "\ude00",
                    "\u0000",
                    "电话",
                    "tel",
                    "FR",
                    "é",
                    "０",
                    "＠",
                    ".",
                    "-",
                    "12345678-1234-1234-1234-123456789012",
                    "x@y.z@a.bc",
                    "SIREN 732829320");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void scan_randomText_staysInBounds(long seed) {
        RandomTexts.rows(PIECES, 8, 4).damaged().assertInBounds(Found.TIER_1, seed, TEXTS);
    }
}
