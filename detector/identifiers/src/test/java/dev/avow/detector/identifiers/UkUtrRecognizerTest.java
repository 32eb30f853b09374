package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UkUtrRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "spelled out", "unique taxpayer reference 1123456789", "uk_utr:1123456789"),
                arguments(
                        "named in the language of the country",
                        "UTR: 1123456789",
                        "uk_utr:1123456789"),
                arguments(
                        "named in English",
                        "His UK tax reference is 1123456789",
                        "uk_utr:1123456789"),
                arguments("a JSON key names it", "{\"utr\": \"1123456789\"}", "uk_utr:1123456789"),
                arguments("a wrong check digit", "UTR: 2123456789", ""),
                arguments("without a word", "1123456789", ""),
                arguments("part of a longer number", "UTR: 11123456789", ""),
                arguments("the decimals of a number", "UTR: 0.1123456789", ""),
                arguments("written in another way", "UTR: 11234 56789", "uk_utr:11234 56789"),
                arguments(
                        "far from the word",
                        "UTR: is one thing and has nothing at all to do with this: 1123456789",
                        ""));
    }
}
