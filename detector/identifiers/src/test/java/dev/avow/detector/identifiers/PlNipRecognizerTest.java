package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PlNipRecognizerTest {

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
                        "NIP: 123-456-32-18",
                        "pl_nip:123-456-32-18"),
                arguments(
                        "named in English", "Polish tax id 123-456-32-18", "pl_nip:123-456-32-18"),
                arguments(
                        "a JSON key names it",
                        "{\"nip\": \"123-456-32-18\"}",
                        "pl_nip:123-456-32-18"),
                arguments("a wrong check digit", "NIP: 123-456-32-17", ""),
                arguments("without a word", "123-456-32-18", ""),
                arguments("part of a longer number", "NIP: 1123-456-32-18", ""),
                arguments("the decimals of a number", "NIP: 0.1234563218", ""),
                arguments("written in another way", "NIP: 1234563218", "pl_nip:1234563218"),
                arguments(
                        "far from the word",
                        "NIP: is one thing and has nothing at all to do with this: 123-456-32-18",
                        ""));
    }
}
