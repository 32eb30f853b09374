package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ItPartitaIvaRecognizerTest {

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
                        "IVA: partita 07643520567",
                        "it_partita_iva:07643520567"),
                arguments(
                        "named in English",
                        "Italian VAT number 07643520567",
                        "it_partita_iva:07643520567"),
                arguments(
                        "a JSON key names it",
                        "{\"iva\": \"07643520567\"}",
                        "it_partita_iva:07643520567"),
                arguments("a wrong check digit", "IVA: partita 07643520568", ""),
                arguments("without a word", "07643520567", ""),
                arguments("part of a longer number", "IVA: partita 107643520567", ""),
                arguments("the decimals of a number", "IVA: partita 0.07643520567", ""),
                arguments(
                        "written in another way",
                        "IVA: partita 076 4352 0567",
                        "it_partita_iva:076 4352 0567"),
                arguments(
                        "far from the word",
                        "IVA: partita is one thing and has nothing at all to do with this:"
                                + " 07643520567",
                        ""));
    }
}
