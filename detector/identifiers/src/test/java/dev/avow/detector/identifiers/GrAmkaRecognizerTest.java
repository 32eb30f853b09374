package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class GrAmkaRecognizerTest {

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
                        "AMKA 01013099997",
                        "gr_amka:01013099997"),
                arguments(
                        "named in English",
                        "Greek social security number 01013099997",
                        "gr_amka:01013099997"),
                arguments(
                        "a JSON key names it",
                        "{\"amka\": \"01013099997\"}",
                        "gr_amka:01013099997"),
                arguments("a wrong check digit", "AMKA 01013099996", ""),
                arguments("without a word", "01013099997", ""),
                arguments("part of a longer number", "AMKA 101013099997", ""),
                arguments("the decimals of a number", "AMKA 0.01013099997", ""),
                arguments("written in another way", "AMKA 010130 99997", "gr_amka:010130 99997"),
                arguments(
                        "far from the word",
                        "AMKA is one thing and has nothing at all to do with this: 01013099997",
                        ""),
                arguments("in Greek", "ΑΜΚΑ 01013099997", "gr_amka:01013099997"));
    }
}
