package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NeutralCitationRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("Supreme Court", "[2020] UKSC 1", "legal_reference:[2020] UKSC 1"),
                arguments(
                        "Court of Appeal",
                        "Smith v Jones [2019] EWCA Civ 123",
                        "legal_reference:[2019] EWCA Civ 123"),
                arguments(
                        "High Court",
                        "[2018] EWHC 456 (Admin)",
                        "legal_reference:[2018] EWHC 456 (Admin)"),
                arguments(
                        "High Court, something else in parentheses",
                        "[2018] EWHC 456 (see there)",
                        "legal_reference:[2018] EWHC 456"),
                arguments("no year", "UKSC 1", ""));
    }
}
