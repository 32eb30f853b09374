package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PlPeselRecognizerTest {

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
                        "PESEL: 44051401359",
                        "pl_pesel:44051401359"),
                arguments(
                        "named in English",
                        "Polish national id 44051401359",
                        "pl_pesel:44051401359"),
                arguments(
                        "a JSON key names it",
                        "{\"pesel\": \"44051401359\"}",
                        "pl_pesel:44051401359"),
                arguments("a wrong check digit", "PESEL: 44051401358", ""),
                arguments("without a word", "44051401359", ""),
                arguments("part of a longer number", "PESEL: 144051401359", ""),
                arguments("the decimals of a number", "PESEL: 0.44051401359", ""),
                arguments("written in another way", "PESEL: 440514 01359", "pl_pesel:440514 01359"),
                arguments(
                        "far from the word",
                        "PESEL: is one thing and has nothing at all to do with this: 44051401359",
                        ""),
                arguments(
                        "born in this century, month 27",
                        "PESEL 02270803624",
                        "pl_pesel:02270803624"),
                arguments("no such day", "PESEL 44053201359", ""));
    }
}
