package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class InGstinRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("alone, and not its PAN", "27ABCPK1234L1ZS", "in_gstin:27ABCPK1234L1ZS"),
                arguments(
                        "named in lower case", "gstin 27abcpk1234l1zs", "in_gstin:27abcpk1234l1zs"),
                arguments("wrong check digit", "GSTIN 27ABCPK1234L1ZA", ""),
                arguments("a state that is not", "GSTIN 77ABCPK1234L1ZN", ""));
    }
}
