package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ChAhvRecognizerTest {

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
                        "AHV 756.9217.0769.85",
                        "ch_ahv:756.9217.0769.85"),
                arguments(
                        "named in English",
                        "OASI number 756.9217.0769.85",
                        "ch_ahv:756.9217.0769.85"),
                arguments(
                        "a JSON key names it",
                        "{\"ahv\": \"756.9217.0769.85\"}",
                        "ch_ahv:756.9217.0769.85"),
                arguments("a wrong check digit", "AHV 756.9217.0769.84", ""),
                arguments("without a word", "756.9217.0769.85", "ch_ahv:756.9217.0769.85"),
                arguments("part of a longer number", "AHV 1756.9217.0769.85", ""),
                arguments("the decimals of a number", "AHV 0.7569217076985", ""),
                arguments("written in another way", "AHV 7569217076985", "ch_ahv:7569217076985"),
                arguments("another country", "757.9217.0769.82", ""));
    }
}
