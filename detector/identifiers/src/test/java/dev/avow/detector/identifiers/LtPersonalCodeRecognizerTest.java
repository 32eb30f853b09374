package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LtPersonalCodeRecognizerTest {

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
                        "Kodas: asmens 33309240064",
                        "lt_personal_code:33309240064"),
                arguments(
                        "named in English",
                        "Lithuanian personal code 33309240064",
                        "lt_personal_code:33309240064"),
                arguments(
                        "a JSON key names it",
                        "{\"kodas\": \"33309240064\"}",
                        "lt_personal_code:33309240064"),
                arguments("a wrong check digit", "Kodas: asmens 33309240065", ""),
                arguments("without a word", "33309240064", ""),
                arguments("part of a longer number", "Kodas: asmens 133309240064", ""),
                arguments("the decimals of a number", "Kodas: asmens 0.33309240064", ""),
                arguments(
                        "written in another way",
                        "Kodas: asmens 333092 40064",
                        "lt_personal_code:333092 40064"),
                arguments(
                        "far from the word",
                        "Kodas: asmens is one thing and has nothing at all to do with this:"
                                + " 33309240064",
                        ""),
                arguments(
                        "the same rule as in Estonia: the word decides",
                        "asmens kodas 36805280109",
                        "lt_personal_code:36805280109"));
    }
}
