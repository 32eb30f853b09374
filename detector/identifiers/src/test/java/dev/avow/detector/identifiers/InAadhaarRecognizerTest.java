package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class InAadhaarRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in its form", "2341 2341 2346", "in_aadhaar:2341 2341 2346"),
                arguments("named", "Aadhaar 234123412346", "in_aadhaar:234123412346"),
                arguments("in Hindi", "आधार 234123412346", "in_aadhaar:234123412346"),
                arguments(
                        "dashes with a name", "UIDAI: 2341-2341-2346", "in_aadhaar:2341-2341-2346"),
                arguments("wrong check digit", "Aadhaar 234123412347", ""),
                arguments("begins with 1", "Aadhaar 134123412342", ""),
                arguments("no name", "234123412346", ""),
                arguments("columns of a table", "5E0C 2341 2341 2346", ""),
                arguments("lines of a table", "1234\n2341 2341 2346", ""),
                arguments("goes on with four more", "2341 2341 2346 1234", ""));
    }
}
