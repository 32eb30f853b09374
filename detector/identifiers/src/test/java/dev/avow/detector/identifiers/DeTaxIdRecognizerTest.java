package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DeTaxIdRecognizerTest {

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
                        "Steuer: ID 47036892816",
                        "de_tax_id:47036892816"),
                arguments(
                        "named in English",
                        "The German tax number 47036892816 is his",
                        "de_tax_id:47036892816"),
                arguments(
                        "a JSON key names it",
                        "{\"steuer\": \"47036892816\"}",
                        "de_tax_id:47036892816"),
                arguments("a wrong check digit", "Steuer: ID 47036892815", ""),
                arguments("without a word", "47036892816", ""),
                arguments("part of a longer number", "Steuer: ID 147036892816", ""),
                arguments("the decimals of a number", "Steuer: ID 0.47036892816", ""),
                arguments(
                        "written in another way",
                        "Steuer: ID 47 036 892 816",
                        "de_tax_id:47 036 892 816"),
                arguments(
                        "far from the word",
                        "Steuer: ID is one thing and has nothing at all to do with this:"
                                + " 47036892816",
                        ""),
                arguments(
                        "its short name has a hump", "IdNr: 47036892816", "de_tax_id:47036892816"),
                arguments(
                        "its long name",
                        "Meine Steueridentifikationsnummer lautet 47 036 892 816.",
                        "de_tax_id:47 036 892 816"),
                arguments("no digit twice: none was ever given", "IdNr 12345678903", ""),
                arguments("two digits twice", "IdNr 11234556783", ""),
                arguments("three times the same digit in a row", "IdNr 11123456786", ""));
    }
}
