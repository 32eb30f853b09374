package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class IePpsRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("one letter", "1234567T", "ie_pps:1234567T"),
                arguments("two letters", "PPSN 1234567FA", "ie_pps:1234567FA"),
                arguments("with a blank, named", "PPS number 1234567 T", "ie_pps:1234567 T"),
                arguments("with a blank, not named", "1234567 T", ""),
                arguments("in small letters, named", "pps 1234567t", "ie_pps:1234567t"),
                arguments("in small letters, not named", "1234567t", ""),
                arguments("a wrong letter", "PPS 1234567U", ""),
                arguments("part of a longer code", "1234567TXY", ""));
    }
}
