package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SiEmsoRecognizerTest {

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
                        "EMSO 0101006500006",
                        "si_emso:0101006500006"),
                arguments(
                        "named in English",
                        "Slovenian personal number 0101006500006",
                        "si_emso:0101006500006"),
                arguments(
                        "a JSON key names it",
                        "{\"emso\": \"0101006500006\"}",
                        "si_emso:0101006500006"),
                arguments("a wrong check digit", "EMSO 0101006500007", ""),
                arguments("without a word", "0101006500006", ""),
                arguments("part of a longer number", "EMSO 10101006500006", ""),
                arguments("the decimals of a number", "EMSO 0.0101006500006", ""),
                arguments(
                        "written in another way", "EMSO 0101006 500006", "si_emso:0101006 500006"),
                arguments(
                        "far from the word",
                        "EMSO is one thing and has nothing at all to do with this: 0101006500006",
                        ""),
                arguments("with its accent", "EMŠO: 0101006500006", "si_emso:0101006500006"),
                arguments("no such day", "EMSO 3201006500006", ""));
    }
}
