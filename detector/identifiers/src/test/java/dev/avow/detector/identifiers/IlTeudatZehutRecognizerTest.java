package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class IlTeudatZehutRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in Hebrew", "תעודת זהות 123456782", "il_teudat_zehut:123456782"),
                arguments("in English", "Teudat Zehut: 123456782", "il_teudat_zehut:123456782"),
                arguments("wrong check digit", "תעודת זהות 123456783", ""),
                arguments("no name", "123456782", ""));
    }
}
