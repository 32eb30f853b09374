package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class HuTajRecognizerTest {

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
                        "TAJ: 123 456 788",
                        "hu_taj:123 456 788"),
                arguments(
                        "named in English",
                        "Hungarian social security number 123 456 788",
                        "hu_taj:123 456 788"),
                arguments(
                        "a JSON key names it", "{\"taj\": \"123 456 788\"}", "hu_taj:123 456 788"),
                arguments("a wrong check digit", "TAJ: 123 456 789", ""),
                arguments("without a word", "123 456 788", ""),
                arguments("part of a longer number", "TAJ: 1123 456 788", ""),
                arguments("the decimals of a number", "TAJ: 0.123456788", ""),
                arguments("written in another way", "TAJ: 123456788", "hu_taj:123456788"),
                arguments(
                        "far from the word",
                        "TAJ: is one thing and has nothing at all to do with this: 123 456 788",
                        ""));
    }
}
