package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ClRutRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in its form", "12.345.678-5", "cl_rut:12.345.678-5"),
                arguments("ends with K", "9.000.008-K", "cl_rut:9.000.008-K"),
                arguments("named, small k", "RUT 9000008-k", "cl_rut:9000008-k"),
                arguments("named, together", "rut: 123456785", "cl_rut:123456785"),
                arguments("wrong check digit", "RUT 12.345.678-6", ""),
                arguments("no name, without dots", "12345678-5", ""));
    }
}
