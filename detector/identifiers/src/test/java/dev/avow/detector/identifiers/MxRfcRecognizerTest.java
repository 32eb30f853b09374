package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MxRfcRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("person", "GODE561231GR8", "mx_rfc:GODE561231GR8"),
                arguments("company", "ABC680524P73", "mx_rfc:ABC680524P73"),
                arguments("dashed", "GODE561231-GR8", "mx_rfc:GODE561231-GR8"),
                arguments(
                        "another check digit, named", "RFC: GODE561231GR7", "mx_rfc:GODE561231GR7"),
                arguments("another check digit, alone", "GODE561231GR7", ""),
                arguments("no such month", "RFC GODE561331GR8", ""),
                arguments("a request for comments", "RFC 2119 and rfc9562", ""));
    }
}
