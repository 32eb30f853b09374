package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NzShortIrdRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("eight digits", "IRD 49-091-850", "nz_ird:49-091-850"),
                arguments(
                        "by the second row of weights",
                        "Inland Revenue: 60000009",
                        "nz_ird:60000009"),
                arguments("wrong check digit", "IRD 49-091-851", ""),
                arguments("below the range", "IRD 09-125-568", ""));
    }
}
