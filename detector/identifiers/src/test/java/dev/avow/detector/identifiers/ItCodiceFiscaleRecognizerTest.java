package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ItCodiceFiscaleRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("together", "RSSMRA85T10A562S", "it_codice_fiscale:RSSMRA85T10A562S"),
                arguments(
                        "in groups",
                        "CF: RSS MRA 85T10 A562S",
                        "it_codice_fiscale:RSS MRA 85T10 A562S"),
                arguments(
                        "in small letters",
                        "codice fiscale rssmra85t10a562s",
                        "it_codice_fiscale:rssmra85t10a562s"),
                arguments("omocodia", "RSSMRA85T10A56NH", "it_codice_fiscale:RSSMRA85T10A56NH"),
                arguments("a wrong check letter", "RSSMRA85T10A562T", ""),
                arguments("no such month", "RSSMRA85F10A562R", ""),
                arguments("no such day", "RSSMRA85T32A562Y", ""),
                arguments("part of a longer code", "RSSMRA85T10A562S1", ""));
    }
}
