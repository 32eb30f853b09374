package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UsPassportRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("nine digits", "passport number 123456789", "us_passport:123456789"),
                arguments(
                        "letter and eight digits",
                        "US passport: A12345678",
                        "us_passport:A12345678"),
                arguments(
                        "a JSON key",
                        "{\"passport_number\":\"A12345678\"}",
                        "us_passport:A12345678"),
                arguments("no label", "A12345678", ""),
                arguments("too short", "passport number 1234567", ""),
                arguments("a year", "passport issued 2021", ""));
    }
}
