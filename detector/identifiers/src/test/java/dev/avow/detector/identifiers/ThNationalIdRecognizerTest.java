package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ThNationalIdRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in its form", "1-2345-67890-12-1", "th_national_id:1-2345-67890-12-1"),
                arguments(
                        "in Thai",
                        "เลขประจำตัวประชาชน 1234567890121",
                        "th_national_id:1234567890121"),
                arguments("in English", "Thai ID 1234567890121", "th_national_id:1234567890121"),
                arguments("wrong check digit", "Thai ID 1234567890122", ""),
                arguments("no name", "1234567890121", ""));
    }
}
