package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class HrOibRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "named in the language of the country",
                        "OIB: 33392005961",
                        "hr_oib:33392005961"),
                arguments("named in English", "Croatian id 33392005961", "hr_oib:33392005961"),
                arguments(
                        "a JSON key names it", "{\"oib\": \"33392005961\"}", "hr_oib:33392005961"),
                arguments("a wrong check digit", "OIB: 33392005962", ""),
                arguments("without a word", "33392005961", ""),
                arguments("part of a longer number", "OIB: 133392005961", ""),
                arguments("the decimals of a number", "OIB: 0.33392005961", ""),
                arguments("written in another way", "OIB: 333 920 05961", "hr_oib:333 920 05961"),
                arguments(
                        "far from the word",
                        "OIB: is one thing and has nothing at all to do with this: 33392005961",
                        ""));
    }
}
