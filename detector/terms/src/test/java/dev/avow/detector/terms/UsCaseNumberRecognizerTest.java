package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UsCaseNumberRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "with its parties",
                        "Smith v. Jones, No. 19-123",
                        "legal_reference:No. 19-123"),
                arguments(
                        "with its court",
                        "in the 9th Cir. No. 20-1234",
                        "legal_reference:No. 20-1234"),
                arguments("a part number", "Part No. 19-123 is out of stock", ""));
    }
}
