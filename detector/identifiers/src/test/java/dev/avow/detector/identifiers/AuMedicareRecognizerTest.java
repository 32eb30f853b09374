package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AuMedicareRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("as on the card", "Medicare 2428 77813 1", "au_medicare:2428 77813 1"),
                arguments("together", "medicare card number 2428778131", "au_medicare:2428778131"),
                arguments("wrong check digit", "Medicare 2428778141", ""),
                arguments("begins with 7", "Medicare 7428778131", ""),
                arguments("no name", "2428 77813 1", ""));
    }
}
