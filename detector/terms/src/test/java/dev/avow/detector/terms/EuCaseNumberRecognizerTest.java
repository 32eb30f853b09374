package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EuCaseNumberRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("Court of Justice", "Schrems II (C-311/18)", "legal_reference:C-311/18"),
                arguments("General Court", "T-123/19 P", "legal_reference:T-123/19"),
                arguments("in small letters", "c-311/18", ""),
                arguments("a longer number", "C-311/181", ""),
                arguments("part of a longer name", "ABC-311/18", ""),
                arguments("a paper size", "C-4/B", ""));
    }
}
