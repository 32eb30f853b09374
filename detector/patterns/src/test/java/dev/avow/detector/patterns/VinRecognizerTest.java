package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class VinRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "a check digit, alone",
                        "I bought 1M8GDM9AXKP042788 today",
                        "vin:1M8GDM9AXKP042788"),
                arguments("lower case, named", "vin: 1m8gdm9axkp042788", "vin:1m8gdm9axkp042788"),
                arguments(
                        "European, named",
                        "Fahrgestellnummer WVWZZZ1JZ3W386752",
                        "vin:WVWZZZ1JZ3W386752"),
                arguments("European, alone", "WVWZZZ1JZ3W386752", ""),
                arguments("wrong check digit", "1M8GDM9A0KP042788", ""),
                arguments("a letter that none has", "VIN 1M8GDM9AXKO042788", ""),
                arguments("an identifier in code", "abcdefghij1234567", ""));
    }
}
