package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PtNifRecognizerTest {

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
                        "NIF 123456789",
                        "pt_nif:123456789"),
                arguments(
                        "named in English", "Portuguese tax number 123456789", "pt_nif:123456789"),
                arguments("a JSON key names it", "{\"nif\": \"123456789\"}", "pt_nif:123456789"),
                arguments("a wrong check digit", "NIF 123456780", ""),
                arguments("without a word", "123456789", ""),
                arguments("part of a longer number", "NIF 1123456789", ""),
                arguments("the decimals of a number", "NIF 0.123456789", ""),
                arguments("written in another way", "NIF 123 456 789", "pt_nif:123 456 789"),
                arguments(
                        "far from the word",
                        "NIF is one thing and has nothing at all to do with this: 123456789",
                        ""),
                arguments("no kind begins with 40", "NIF 400000000", ""),
                arguments("of a company", "NIPC 501964843", "pt_nif:501964843"));
    }
}
