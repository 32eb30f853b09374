package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FrSiretRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in print", "732 829 320 00074", "fr_siret:732 829 320 00074"),
                arguments("together", "73282932000074", "fr_siret:73282932000074"),
                arguments("SIREN and establishment", "732829320 00074", "fr_siret:732829320 00074"),
                arguments(
                        "La Poste: sum of digits",
                        "SIRET 35600000049837",
                        "fr_siret:35600000049837"),
                arguments("glued to its name", "SIRET73282932000074", "fr_siret:73282932000074"),
                arguments(
                        "zero width between",
                        "732829320\u200b00074",
                        "fr_siret:732829320\u200b00074"),
                arguments("a time", "20261121103000", ""),
                arguments("wrong check digit", "SIRET 73282932000075", ""),
                arguments("longer", "732829320000741", ""));
    }
}
