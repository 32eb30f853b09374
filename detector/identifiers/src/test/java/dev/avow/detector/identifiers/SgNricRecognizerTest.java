package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SgNricRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("citizen", "NRIC S1234567D", "sg_nric:S1234567D"),
                arguments("born since 2000, alone", "T0112345E", "sg_nric:T0112345E"),
                arguments("foreigner", "F1234567N", "sg_nric:F1234567N"),
                arguments("foreigner since 2000", "FIN G7654321L", "sg_nric:G7654321L"),
                arguments("M series", "FIN M1234567K", "sg_nric:M1234567K"),
                arguments("lower case, named", "nric s1234567d", "sg_nric:s1234567d"),
                arguments("wrong check letter", "NRIC S1234567A", ""),
                arguments("another first letter", "NRIC A1234567D", ""));
    }
}
