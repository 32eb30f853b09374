package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FrCaseNumberRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("after its sign", "n° 12-34.567", "legal_reference:12-34.567"),
                arguments("after its word", "pourvoi 12-34.567", "legal_reference:12-34.567"),
                arguments("no word", "12-34.567", ""),
                arguments("an amount", "n° 12-34.567,89 €", "legal_reference:12-34.567"));
    }
}
