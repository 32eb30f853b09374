package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BgEgnRecognizerTest {

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
                        "EGN 7523169263",
                        "bg_egn:7523169263"),
                arguments(
                        "named in English",
                        "Bulgarian personal number 7523169263",
                        "bg_egn:7523169263"),
                arguments("a JSON key names it", "{\"egn\": \"7523169263\"}", "bg_egn:7523169263"),
                arguments("a wrong check digit", "EGN 7523169262", ""),
                arguments("without a word", "7523169263", ""),
                arguments("part of a longer number", "EGN 17523169263", ""),
                arguments("the decimals of a number", "EGN 0.7523169263", ""),
                arguments("written in another way", "EGN 752316 9263", "bg_egn:752316 9263"),
                arguments(
                        "far from the word",
                        "EGN is one thing and has nothing at all to do with this: 7523169263",
                        ""),
                arguments("in Cyrillic", "ЕГН: 7523169263", "bg_egn:7523169263"),
                arguments("in Cyrillic, small", "егн 7523169263", "bg_egn:7523169263"),
                arguments("born in this century", "ЕГН 0041010002", "bg_egn:0041010002"));
    }
}
