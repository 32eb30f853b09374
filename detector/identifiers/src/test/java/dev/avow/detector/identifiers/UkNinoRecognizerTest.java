package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UkNinoRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("a stand-in, named", "NINO: ZZ 36 38 41 T", "uk_nino:ZZ 36 38 41 T"),
                arguments("a stand-in alone", "part ZZ363841T", ""),
                arguments("together", "AB123456C", "uk_nino:AB123456C"),
                arguments("in pairs", "Her NI number is AB 12 34 56 C.", "uk_nino:AB 12 34 56 C"),
                arguments("with dashes", "NINO AB-12-34-56-C", "uk_nino:AB-12-34-56-C"),
                arguments(
                        "in small letters, named",
                        "national insurance: ab123456c",
                        "uk_nino:ab123456c"),
                arguments("in small letters, not named", "ab123456c", ""),
                arguments("the official example is not valid", "QQ123456C", ""),
                arguments("a prefix that is never given", "GB123456A", ""),
                arguments("a suffix after D", "AB123456E", ""),
                arguments("a second letter that is never used", "AO123456C", ""),
                arguments("part of a longer code", "XAB123456C", ""),
                arguments("part of a longer code after it", "AB123456C7", ""),
                arguments(
                        "a JSON key",
                        "{\"nationalInsuranceNumber\":\"ab123456c\"}",
                        "uk_nino:ab123456c"));
    }
}
