package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LvPersonalCodeRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "named in the language of the country",
                        "Personas kods 161175-19997",
                        "lv_personal_code:161175-19997"),
                arguments(
                        "named in English",
                        "Latvian personal code 161175-19997",
                        "lv_personal_code:161175-19997"),
                arguments(
                        "a JSON key names it",
                        "{\"personas\": \"161175-19997\"}",
                        "lv_personal_code:161175-19997"),
                arguments("a wrong check digit", "Personas kods 161175-19998", ""),
                arguments("without a word", "161175-19997", ""),
                arguments("part of a longer number", "Personas kods 1161175-19997", ""),
                arguments("the decimals of a number", "Personas kods 0.16117519997", ""),
                arguments(
                        "written in another way",
                        "Personas kods 16117519997",
                        "lv_personal_code:16117519997"),
                arguments(
                        "far from the word",
                        "Personas kods is one thing and has nothing at all to do with this:"
                                + " 161175-19997",
                        ""),
                arguments(
                        "without a date, as since 2017",
                        "personas kods 328673-00679",
                        "lv_personal_code:328673-00679"));
    }
}
