package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JpMyNumberRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("named", "マイナンバー 1234 5678 9018", "jp_my_number:1234 5678 9018"),
                arguments("in kanji", "個人番号：123456789018", "jp_my_number:123456789018"),
                arguments("in English", "My Number: 123456789018", "jp_my_number:123456789018"),
                arguments("wrong check digit", "マイナンバー 123456789019", ""),
                arguments("no name", "123456789018", ""));
    }
}
