package dev.avow.detector.recognizers;

import dev.avow.detector.testing.LinearTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts readings, not time: doubling a hostile text doubles the work. */
final class LinearTimeTest {

    private static final LinearTime READING = new LinearTime(Recognizers.tier1(), 400);

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
                "phone\n123456 ",
                "phone,b\n0612345678,1234\n",
                "phone:\n- 0612345678\n",
                "\"phone\":[\"0612345678\","
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
