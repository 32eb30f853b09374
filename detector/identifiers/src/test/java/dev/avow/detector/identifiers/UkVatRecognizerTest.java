package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UkVatRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("together", "GB980780684", "uk_vat:GB980780684"),
                arguments("in groups", "VAT GB 980 7806 84", "uk_vat:GB 980 7806 84"),
                arguments("digits alone, named", "VAT no. 980 7806 84", "uk_vat:980 7806 84"),
                arguments("digits alone, not named", "980 7806 84", ""),
                arguments("of a branch", "GB980780684001", "uk_vat:GB980780684001"),
                arguments("a wrong check", "VAT GB980780685", ""),
                arguments("Northern Ireland", "XI980780684", "uk_vat:XI980780684"),
                arguments("part of a word", "AGB980780684", ""));
    }
}
