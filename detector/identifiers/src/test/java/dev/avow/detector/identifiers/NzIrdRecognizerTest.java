package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NzIrdRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("nine digits", "IRD 136-410-132", "nz_ird:136-410-132"),
                arguments("together", "IRD number 136410132", "nz_ird:136410132"),
                arguments("wrong check digit", "IRD 136-410-133", ""),
                arguments("above the range", "IRD 999-410-132", ""),
                arguments("no name", "136-410-132", ""));
    }
}
