package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MxCurpRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("alone", "GODE561231HDFRRN00", "mx_curp:GODE561231HDFRRN00"),
                arguments(
                        "born since 2000", "CURP SABC080229MNLLRNA6", "mx_curp:SABC080229MNLLRNA6"),
                arguments(
                        "lower case, named",
                        "curp: gode561231hdfrrn00",
                        "mx_curp:gode561231hdfrrn00"),
                arguments("wrong check digit", "CURP GODE561231HDFRRN01", ""),
                arguments("no such day", "CURP SABC070229MNLLRNA9", ""),
                arguments("lower case without a name", "gode561231hdfrrn00", ""));
    }
}
