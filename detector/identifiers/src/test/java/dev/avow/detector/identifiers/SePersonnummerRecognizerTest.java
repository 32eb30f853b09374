package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SePersonnummerRecognizerTest {

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
                        "Personnummer: 640823-3234",
                        "se_personnummer:640823-3234"),
                arguments(
                        "named in English",
                        "Swedish personal number 640823-3234",
                        "se_personnummer:640823-3234"),
                arguments(
                        "a JSON key names it",
                        "{\"personnummer\": \"640823-3234\"}",
                        "se_personnummer:640823-3234"),
                arguments("a wrong check digit", "Personnummer: 640823-3235", ""),
                arguments("without a word", "640823-3234", ""),
                arguments("part of a longer number", "Personnummer: 1640823-3234", ""),
                arguments("the decimals of a number", "Personnummer: 0.6408233234", ""),
                arguments(
                        "written in another way",
                        "Personnummer: 19640823-3234",
                        "se_personnummer:19640823-3234"),
                arguments(
                        "far from the word",
                        "Personnummer: is one thing and has nothing at all to do with this:"
                                + " 640823-3234",
                        ""),
                arguments(
                        "coordination number",
                        "samordningsnummer 640883-3231",
                        "se_personnummer:640883-3231"),
                arguments("no such day", "personnummer 640832-3234", ""),
                arguments("a date in an order number", "order 20240115-1234", ""));
    }
}
