package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TrKimlikRecognizerTest {

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
                        "Kimlik no 10000000146",
                        "tr_kimlik:10000000146"),
                arguments(
                        "named in English",
                        "Turkish identity number 10000000146",
                        "tr_kimlik:10000000146"),
                arguments(
                        "a JSON key names it",
                        "{\"kimlik\": \"10000000146\"}",
                        "tr_kimlik:10000000146"),
                arguments("a wrong check digit", "Kimlik no 10000000147", ""),
                arguments("without a word", "10000000146", ""),
                arguments("part of a longer number", "Kimlik no 110000000146", ""),
                arguments("the decimals of a number", "Kimlik no 0.10000000146", ""),
                arguments(
                        "written in another way",
                        "Kimlik no 100 000 001 46",
                        "tr_kimlik:100 000 001 46"),
                arguments(
                        "far from the word",
                        "Kimlik no is one thing and has nothing at all to do with this:"
                                + " 10000000146",
                        ""),
                arguments("begins with zero", "kimlik 00000000146", ""));
    }
}
