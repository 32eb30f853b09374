package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UsMbiRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("as on the card", "1EG4-TE5-MK73", "us_mbi:1EG4-TE5-MK73"),
                arguments("together", "1EG4TE5MK73", "us_mbi:1EG4TE5MK73"),
                arguments(
                        "named in lower case",
                        "my medicare id is 1eg4te5mk73",
                        "us_mbi:1eg4te5mk73"),
                arguments("lower case without a name", "1eg4te5mk73", ""),
                arguments("a letter that is not used", "MBI 1SG4TE5MK73", ""),
                arguments("begins with 0", "MBI 0EG4TE5MK73", ""),
                arguments("a serial number", "serial 1EG4TE5MK73", ""));
    }
}
