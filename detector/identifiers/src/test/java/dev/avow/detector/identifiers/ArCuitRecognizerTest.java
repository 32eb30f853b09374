package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ArCuitRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in its form", "20-12345678-6", "ar_cuit:20-12345678-6"),
                arguments("named", "CUIT 20123456786", "ar_cuit:20123456786"),
                arguments("an employee", "CUIL: 20123456786", "ar_cuit:20123456786"),
                arguments("wrong check digit", "CUIT 20-12345678-7", ""),
                arguments("a kind that is not", "CUIT 21123456782", ""),
                arguments("no name", "20123456786", ""));
    }
}
