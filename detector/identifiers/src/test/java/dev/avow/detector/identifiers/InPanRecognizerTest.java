package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class InPanRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("alone", "ABCPK1234L", "in_pan:ABCPK1234L"),
                arguments("lower case, named", "pan number abcpk1234l", "in_pan:abcpk1234l"),
                arguments("lower case without a name", "abcpk1234l", ""),
                arguments("a holder that is not", "ABCXK1234L", ""),
                arguments("a part number", "part ABCPK1234L", ""),
                arguments("within a longer word", "XABCPK1234L9", ""));
    }
}
