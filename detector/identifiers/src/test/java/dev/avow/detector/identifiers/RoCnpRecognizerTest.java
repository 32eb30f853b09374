package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RoCnpRecognizerTest {

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
                        "CNP: 1800101221144",
                        "ro_cnp:1800101221144"),
                arguments(
                        "named in English",
                        "Romanian personal code 1800101221144",
                        "ro_cnp:1800101221144"),
                arguments(
                        "a JSON key names it",
                        "{\"cnp\": \"1800101221144\"}",
                        "ro_cnp:1800101221144"),
                arguments("a wrong check digit", "CNP: 1800101221145", ""),
                arguments("without a word", "1800101221144", ""),
                arguments("part of a longer number", "CNP: 11800101221144", ""),
                arguments("the decimals of a number", "CNP: 0.1800101221144", ""),
                arguments("written in another way", "CNP: 180010 1221144", "ro_cnp:180010 1221144"),
                arguments(
                        "far from the word",
                        "CNP: is one thing and has nothing at all to do with this: 1800101221144",
                        ""),
                arguments("a time in milliseconds", "1731012345678", ""),
                arguments("no such county", "CNP 1800101991148", ""));
    }
}
