package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class VeRifRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in its form", "J-30712345-1", "ve_rif:J-30712345-1"),
                arguments("named, together", "RIF V123456781", "ve_rif:V123456781"),
                arguments("wrong check digit", "RIF J-30712345-2", ""),
                arguments("another letter", "RIF X-30712345-1", ""),
                arguments("no name, together", "V123456781", ""));
    }
}
