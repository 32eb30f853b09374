package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EchrCaseNumberRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("with its word", "application no. 12345/67", "legal_reference:12345/67"),
                arguments(
                        "after a case name",
                        "Smith v. the United Kingdom, no. 12345/67",
                        "legal_reference:12345/67"),
                arguments("in French", "CEDH, requête n° 12345/67", "legal_reference:12345/67"),
                arguments("an invoice", "invoice no. 12345/67", ""));
    }
}
