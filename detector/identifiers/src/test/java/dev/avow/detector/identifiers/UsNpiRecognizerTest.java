package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UsNpiRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("named", "NPI 1234567893", "us_npi:1234567893"),
                arguments(
                        "a phrase",
                        "National Provider Identifier: 1234567893",
                        "us_npi:1234567893"),
                arguments("a JSON key", "{\"npi\": \"1234567893\"}", "us_npi:1234567893"),
                arguments("wrong check digit", "NPI 1234567894", ""),
                arguments("begins with 3", "NPI 3234567899", ""),
                arguments("no name", "1234567893", ""));
    }
}
