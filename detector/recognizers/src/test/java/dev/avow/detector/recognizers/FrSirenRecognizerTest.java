package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FrSirenRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in print", "732 829 320", "fr_siren:732 829 320"),
                arguments("with its name", "SIREN 732829320", "fr_siren:732829320"),
                arguments("name after", "732829320 RCS Paris", "fr_siren:732829320"),
                arguments("French VAT", "TVA FR44732829320", "fr_siren:44732829320"),
                arguments(
                        "French VAT in groups, without a word",
                        "FR 44 732 829 320",
                        "fr_siren:732 829 320"),
                arguments("a JSON key names it", "{\"siren\":732829320}", "fr_siren:732829320"),
                arguments("no name", "732829320", ""),
                arguments("wrong check digit", "SIREN 732829321", ""),
                arguments("an amount", "732 829 320 €", ""),
                arguments("an amount in words", "732 829 320 euros", ""),
                arguments("users counted", "732 829 320 users", ""),
                arguments("after a verb of calling", "appelez le 732 829 320", "phone:732 829 320"),
                arguments("a bigger number", "1 732 829 320", ""),
                arguments("a wrong VAT key", "FR45732829320", ""),
                arguments(
                        "after phone it is a phone number",
                        "phone 732 829 320",
                        "phone:732 829 320"));
    }
}
