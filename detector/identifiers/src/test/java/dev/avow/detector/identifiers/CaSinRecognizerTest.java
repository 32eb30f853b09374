package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CaSinRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("named", "SIN 130 692 544", "ca_sin:130 692 544"),
                arguments("a phrase", "Social Insurance Number: 130-692-544", "ca_sin:130-692-544"),
                arguments("in French", "numéro d'assurance sociale 130692544", "ca_sin:130692544"),
                arguments("wrong check digit", "SIN 130692545", ""),
                arguments("begins with 8", "SIN 830692547", ""),
                arguments("no name", "130692544", ""));
    }
}
