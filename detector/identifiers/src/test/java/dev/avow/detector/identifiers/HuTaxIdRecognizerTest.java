package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class HuTaxIdRecognizerTest {

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
                        "Adóazonosító jel 8071592153",
                        "hu_tax_id:8071592153"),
                arguments(
                        "named in English", "Hungarian tax id 8071592153", "hu_tax_id:8071592153"),
                arguments(
                        "a JSON key names it",
                        "{\"adóazonosító\": \"8071592153\"}",
                        "hu_tax_id:8071592153"),
                arguments("a wrong check digit", "Adóazonosító jel 8071592152", ""),
                arguments("without a word", "8071592153", ""),
                arguments("part of a longer number", "Adóazonosító jel 18071592153", ""),
                arguments("the decimals of a number", "Adóazonosító jel 0.8071592153", ""),
                arguments(
                        "written in another way",
                        "Adóazonosító jel 807159 2153",
                        "hu_tax_id:807159 2153"),
                arguments(
                        "far from the word",
                        "Adóazonosító jel is one thing and has nothing at all to do with this:"
                                + " 8071592153",
                        ""),
                arguments("does not begin with 8", "adóazonosító 7071592154", ""));
    }
}
