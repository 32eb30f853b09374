package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NlBsnRecognizerTest {

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
                        "BSN 111222333",
                        "nl_bsn:111222333"),
                arguments("named in English", "Dutch citizen number 111222333", "nl_bsn:111222333"),
                arguments("a JSON key names it", "{\"bsn\": \"111222333\"}", "nl_bsn:111222333"),
                arguments("a wrong check digit", "BSN 111222334", ""),
                arguments("without a word", "111222333", ""),
                arguments("part of a longer number", "BSN 1111222333", ""),
                arguments("the decimals of a number", "BSN 0.111222333", ""),
                arguments("written in another way", "BSN 1112.22.333", "nl_bsn:1112.22.333"),
                arguments(
                        "far from the word",
                        "BSN is one thing and has nothing at all to do with this: 111222333",
                        ""),
                arguments("glued to its name", "bsn111222333", "nl_bsn:111222333"));
    }
}
