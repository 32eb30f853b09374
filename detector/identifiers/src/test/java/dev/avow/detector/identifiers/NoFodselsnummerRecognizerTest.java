package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NoFodselsnummerRecognizerTest {

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
                        "Fødselsnummer 15076500565",
                        "no_fodselsnummer:15076500565"),
                arguments(
                        "named in English",
                        "Norwegian id number 15076500565",
                        "no_fodselsnummer:15076500565"),
                arguments(
                        "a JSON key names it",
                        "{\"fødselsnummer\": \"15076500565\"}",
                        "no_fodselsnummer:15076500565"),
                arguments("a wrong check digit", "Fødselsnummer 15076500564", ""),
                arguments("without a word", "15076500565", "no_fodselsnummer:15076500565"),
                arguments("part of a longer number", "Fødselsnummer 115076500565", ""),
                arguments("the decimals of a number", "Fødselsnummer 0.15076500565", ""),
                arguments(
                        "written in another way",
                        "Fødselsnummer 150765 00565",
                        "no_fodselsnummer:150765 00565"),
                arguments("no such day", "35076500565", ""),
                arguments("its second check digit is wrong", "15076500566", ""));
    }
}
