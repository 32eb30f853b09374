package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EsNifRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("together", "12345678Z", "es_nif:12345678Z"),
                arguments("with a dash", "mi DNI es 12345678-Z", "es_nif:12345678-Z"),
                arguments("with dots", "12.345.678-Z", "es_nif:12.345.678-Z"),
                arguments("in small letters, named", "dni: 12345678z", "es_nif:12345678z"),
                arguments("in small letters, not named", "12345678z", ""),
                arguments("a wrong letter", "DNI 12345678A", ""),
                arguments("part of a longer code", "12345678ZX", ""),
                arguments("with a digit too many", "DNI 912345678Z", ""),
                arguments("a JSON key", "{\"nif\":\"12345678Z\"}", "es_nif:12345678Z"));
    }
}
