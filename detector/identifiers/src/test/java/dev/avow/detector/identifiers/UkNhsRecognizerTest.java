package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UkNhsRecognizerTest {

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
                        "NHS: 943 476 5919",
                        "uk_nhs:943 476 5919"),
                arguments(
                        "named in English",
                        "The patient has the NHS number 943 476 5919.",
                        "uk_nhs:943 476 5919"),
                arguments(
                        "a JSON key names it",
                        "{\"nhs\": \"943 476 5919\"}",
                        "uk_nhs:943 476 5919"),
                arguments("a wrong check digit", "NHS: 943 476 5918", ""),
                arguments("without a word", "943 476 5919", ""),
                arguments("part of a longer number", "NHS: 1943 476 5919", ""),
                arguments("the decimals of a number", "NHS: 0.9434765919", ""),
                arguments("written in another way", "NHS: 9434765919", "uk_nhs:9434765919"),
                arguments(
                        "far from the word",
                        "NHS: is one thing and has nothing at all to do with this: 943 476 5919",
                        ""),
                arguments(
                        "a telephone number nearer to its word",
                        "NHS trust, phone 943 476 5919",
                        ""),
                arguments("full-width digits", "NHS ９４３４７６５９１９", "uk_nhs:９４３４７６５９１９"));
    }
}
