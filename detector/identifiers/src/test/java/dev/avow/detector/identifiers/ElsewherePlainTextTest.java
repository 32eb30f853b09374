package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.detector.engine.Detectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts full of digits and codes that are nobody's number, and how much work they make. */
final class ElsewherePlainTextTest {

    private static final int SIZE = 40_000;

    /** No text may need more readings of a character than this. */
    private static final int MOST_READINGS = 4_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T14:24:34.123456Z INFO 1732199074123 request 8d75fe7 took 1.234567 s",
                "550e8400-e29b-41d4-a716-446655440000",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "version 1.24.3-rc2+build.20261121, commit 4056b63, PR #123456",
                "Order 123-4567890-1234567 shipped with 1Z999AA10123456784 on 11/21/2026",
                "The budget rose from 1,234,567.89 to 2 345 678 euros, or 12 345 678 in all",
                "for (int i = 0x7FFF; i < 1000000; i++) { sum[i] += A1B2C3 ^ 305419896; }",
                "ISBN 978-3-16-148410-0, EAN 4006381333931, DOI 10.1000/182",
                "192.168.100.200:8080 and 2001:0db8:85a3::8a2e:0370:7334",
                "phone model SM-G991B, part 90NB0TY1-M00120, serial C02XG2JDJG5H",
                "at com.example.Main$1.run(Main.java:123456) ~[app-1.2.3.jar:1.2.3]",
                "bus 12, flight LH1234, seat 23A, gate B42, 13:45, room 1.204",
                "The order of 1789 and the pan that 20 people can use; a sin, a fin, 3 nits",
                "const key = 'A1234567890'; const sku = 'ABC1234567'; const id = 'XK12345678';"
            })
    void scan_nobodysNumbers_findsNothing(String text) {
        assertThat(FoundElsewhere.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "12 ",
                "123-45-6789 ",
                "SSN 1",
                "A1 ",
                "A1234567",
                "1EG4-",
                "V-1",
                "1.234.567-",
                "12.ABC.345/01DE-",
                "account ",
                "account # ",
                "passport no no ",
                "driver license is ",
                "110105 19491231 002",
                "\u200b1",
                "G123456(",
                "/./.-"
            })
    void scan_repeated_readsEachCharacterABoundedNumberOfTimes(String piece) {
        long once = steps(piece, SIZE);
        assertThat(once).isLessThan((long) MOST_READINGS * SIZE);
        assertThat(steps(piece, 2 * SIZE)).isLessThan(once * 21 / 10 + 10_000);
    }

    private static long steps(String piece, int size) {
        return Detectors.steps(FoundElsewhere.RECOGNIZERS, piece.repeat(size / piece.length()));
    }
}
