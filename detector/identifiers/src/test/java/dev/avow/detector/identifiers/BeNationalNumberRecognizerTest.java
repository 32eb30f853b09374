package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BeNationalNumberRecognizerTest {

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
                        "Rijksregisternummer 85.07.30-033.28",
                        "be_national_number:85.07.30-033.28"),
                arguments(
                        "named in English",
                        "Belgian national number 85.07.30-033.28",
                        "be_national_number:85.07.30-033.28"),
                arguments(
                        "a JSON key names it",
                        "{\"rijksregisternummer\": \"85.07.30-033.28\"}",
                        "be_national_number:85.07.30-033.28"),
                arguments("a wrong check digit", "Rijksregisternummer 85.07.30-033.29", ""),
                arguments(
                        "without a word", "85.07.30-033.28", "be_national_number:85.07.30-033.28"),
                arguments("part of a longer number", "Rijksregisternummer 185.07.30-033.28", ""),
                arguments("the decimals of a number", "Rijksregisternummer 0.85073003328", ""),
                arguments(
                        "written in another way",
                        "Rijksregisternummer 85073003328",
                        "be_national_number:85073003328"),
                arguments(
                        "born in this century",
                        "Rijksregisternummer 17.07.30-033.84",
                        "be_national_number:17.07.30-033.84"),
                arguments("no such day, without a word", "85.02.30-033.90", ""),
                arguments("an order number with a date", "2024-07-30-033-28", ""),
                arguments("a month that is not known needs a word", "85.00.00-033.06", ""));
    }
}
