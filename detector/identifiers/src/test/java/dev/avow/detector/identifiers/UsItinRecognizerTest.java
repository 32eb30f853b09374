package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UsItinRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("dashed, alone", "912-70-3456", "us_itin:912-70-3456"),
                arguments("named", "ITIN: 912703456", "us_itin:912703456"),
                arguments(
                        "a phrase",
                        "individual taxpayer number 912 94 3456",
                        "us_itin:912 94 3456"),
                arguments("group 93 is not given", "ITIN 912-93-3456", ""),
                arguments("group 49 is not given", "ITIN 912-49-3456", ""),
                arguments("no name", "912703456", ""));
    }
}
