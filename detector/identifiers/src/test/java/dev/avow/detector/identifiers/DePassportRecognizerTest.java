package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DePassportRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("with its check digit", "Reisepass C01X00T478", "de_passport:C01X00T478"),
                arguments("without it", "Reisepassnummer: C01X00T47", "de_passport:C01X00T47"),
                arguments("a wrong check digit", "Reisepass C01X00T479", ""),
                arguments("without a word", "C01X00T478", ""),
                arguments("in English", "German passport C01X00T478", "de_passport:C01X00T478"),
                arguments("another country's passport looks like that", "Passport C12345678", ""));
    }
}
