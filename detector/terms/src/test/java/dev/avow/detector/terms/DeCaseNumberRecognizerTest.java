package dev.avow.detector.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DeCaseNumberRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundTerms.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "Federal Court of Justice",
                        "BGH, Urteil vom 1.2.2021 – I ZR 123/20",
                        "legal_reference:I ZR 123/20"),
                arguments("Constitutional Court", "1 BvR 16/13", "legal_reference:1 BvR 16/13"),
                arguments("Labour Court", "6 AZR 5/19", "legal_reference:6 AZR 5/19"),
                arguments(
                        "a regional court, with its word",
                        "LG Berlin, Az. 12 O 123/20",
                        "legal_reference:12 O 123/20"),
                arguments(
                        "a local labour court",
                        "ArbG Köln, Urteil – 5 Ca 12/21",
                        "legal_reference:5 Ca 12/21"),
                arguments("a register of one letter alone", "12 O 123/20", ""),
                arguments("no senate", "ZR 123/20", ""));
    }
}
