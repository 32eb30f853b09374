package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ZaIdRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("alone", "8001015009087", "za_id:8001015009087"),
                arguments("in groups", "800101 5009 087", "za_id:800101 5009 087"),
                arguments("named", "SA ID 8001015009087", "za_id:8001015009087"),
                arguments("wrong check digit", "SA ID 8001015009088", ""),
                arguments("no such month", "SA ID 8013015009082", ""),
                arguments("like milliseconds, alone", "1701015009089", ""),
                arguments(
                        "like milliseconds, named",
                        "identity number 1701015009089",
                        "za_id:1701015009089"));
    }
}
