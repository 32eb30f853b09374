package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EcliRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "Court of Justice",
                        "ECLI:EU:C:2020:559",
                        "legal_reference:ECLI:EU:C:2020:559"),
                arguments(
                        "German, with dots",
                        "ECLI:DE:BGH:2020:120520UVIZR135.13.0.",
                        "legal_reference:ECLI:DE:BGH:2020:120520UVIZR135.13.0"),
                arguments(
                        "French",
                        "ECLI:FR:CCASS:2019:C100001",
                        "legal_reference:ECLI:FR:CCASS:2019:C100001"),
                arguments("no year", "ECLI:EU:C:20:559", ""),
                arguments("the word alone", "An ECLI: what it is", ""));
    }
}
