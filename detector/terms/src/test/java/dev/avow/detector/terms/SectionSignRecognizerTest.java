package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SectionSignRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("German", "§ 823 Abs. 1 BGB", "legal_reference:§ 823 Abs. 1 BGB"),
                arguments("German, several", "§§ 433 ff. BGB", "legal_reference:§§ 433 ff. BGB"),
                arguments(
                        "German, with sentence and number",
                        "§ 26 Abs. 1 S. 2 Nr. 3 lit. a BDSG",
                        "legal_reference:§ 26 Abs. 1 S. 2 Nr. 3 lit. a BDSG"),
                arguments(
                        "United States Code",
                        "42 U.S.C. § 1983",
                        "legal_reference:42 U.S.C. § 1983"),
                arguments(
                        "with its parts",
                        "18 U.S.C. § 2725(3)",
                        "legal_reference:18 U.S.C. § 2725(3)"),
                arguments(
                        "Code of Federal Regulations",
                        "22 C.F.R. § 51",
                        "legal_reference:22 C.F.R. § 51"),
                arguments("of a manual", "see § 3 for details", ""),
                arguments("of a contract", "§ 5 Abs. 2 des Mietvertrags", ""));
    }
}
