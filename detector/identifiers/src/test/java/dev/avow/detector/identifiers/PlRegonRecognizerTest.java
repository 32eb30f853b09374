package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PlRegonRecognizerTest {

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
                        "REGON 123456785",
                        "pl_regon:123456785"),
                arguments(
                        "named in English",
                        "the company (REGON no. 123456785)",
                        "pl_regon:123456785"),
                arguments(
                        "a JSON key names it", "{\"regon\": \"123456785\"}", "pl_regon:123456785"),
                arguments("a wrong check digit", "REGON 123456786", ""),
                arguments("without a word", "123456785", ""),
                arguments("part of a longer number", "REGON 1123456785", ""),
                arguments("the decimals of a number", "REGON 0.123456785", ""),
                arguments("written in another way", "REGON 123 456 785", "pl_regon:123 456 785"),
                arguments(
                        "far from the word",
                        "REGON is one thing and has nothing at all to do with this: 123456785",
                        ""),
                arguments("of a local unit", "REGON 12345678512347", "pl_regon:12345678512347"));
    }
}
