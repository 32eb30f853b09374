package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EsCifRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("named", "CIF A12345674", "es_cif:A12345674"),
                arguments("with a dash", "CIF: B-12345674", "es_cif:B-12345674"),
                arguments("not named", "A12345674", ""),
                arguments("with a letter at its end", "P1234567D", "es_cif:P1234567D"),
                arguments("with a letter, in small letters", "p1234567d", ""),
                arguments("a wrong check digit", "CIF A12345675", ""),
                arguments("a letter that stands for nothing", "CIF I12345674", ""),
                arguments("part of a longer code", "CIF XA12345674", ""));
    }
}
