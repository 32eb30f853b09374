package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UsAbaRoutingRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("named", "routing number 021000021", "us_aba_routing:021000021"),
                arguments("initials", "ABA 021000021", "us_aba_routing:021000021"),
                arguments("camel case", "routingNumber=021000021", "us_aba_routing:021000021"),
                arguments("wrong check digit", "routing number 021000022", ""),
                arguments("a district that is not", "routing number 401000023", ""),
                arguments("no name", "021000021", ""));
    }
}
