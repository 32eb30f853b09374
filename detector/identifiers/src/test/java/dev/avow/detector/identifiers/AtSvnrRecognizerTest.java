package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AtSvnrRecognizerTest {

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
                        "SVNR 1237 010180",
                        "at_svnr:1237 010180"),
                arguments(
                        "named in English",
                        "Austrian social security number 1237 010180",
                        "at_svnr:1237 010180"),
                arguments(
                        "a JSON key names it",
                        "{\"svnr\": \"1237 010180\"}",
                        "at_svnr:1237 010180"),
                arguments("a wrong check digit", "SVNR 1238 010180", ""),
                arguments("without a word", "1237 010180", ""),
                arguments("part of a longer number", "SVNR 11237 010180", ""),
                arguments("the decimals of a number", "SVNR 0.1237010180", ""),
                arguments("written in another way", "SVNR 1237010180", "at_svnr:1237010180"),
                arguments(
                        "far from the word",
                        "SVNR is one thing and has nothing at all to do with this: 1237 010180",
                        ""),
                arguments("no such day", "SVNR 1237 320180", ""));
    }
}
