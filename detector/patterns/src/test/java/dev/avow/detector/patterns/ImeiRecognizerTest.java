package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ImeiRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("named", "IMEI 490154203237518", "imei:490154203237518"),
                arguments("in print", "49-015420-323751-8", "imei:49-015420-323751-8"),
                arguments("in JSON", "{\"imei\":\"490154203237518\"}", "imei:490154203237518"),
                arguments("alone", "490154203237518", ""),
                arguments("wrong check digit", "IMEI 490154203237519", ""),
                arguments("zeros", "IMEI 000000000000000", ""));
    }
}
