package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DeIdCardRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "with its check digit",
                        "Personalausweis: L01X00T471",
                        "de_id_card:L01X00T471"),
                arguments("without it", "Ausweisnummer L01X00T47", "de_id_card:L01X00T47"),
                arguments("a wrong check digit", "Personalausweis L01X00T472", ""),
                arguments("without a word", "L01X00T471", ""),
                arguments("in English", "German identity card T220001293", "de_id_card:T220001293"),
                arguments("a letter that is not used", "Personalausweis L01A00T47", ""));
    }
}
