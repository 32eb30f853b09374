package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EsNieRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("together", "X1234567L", "es_nie:X1234567L"),
                arguments("with dashes", "NIE: X-1234567-L", "es_nie:X-1234567-L"),
                arguments("Y counts as one", "Y1234567X", "es_nie:Y1234567X"),
                arguments("Z counts as two", "Z1234567R", "es_nie:Z1234567R"),
                arguments("in small letters, named", "nie x1234567l", "es_nie:x1234567l"),
                arguments("in small letters, not named", "x1234567l", ""),
                arguments("a wrong letter", "NIE X1234567M", ""),
                arguments("another first letter", "NIE T1234567L", ""),
                arguments("part of a longer code", "AX1234567L", ""));
    }
}
