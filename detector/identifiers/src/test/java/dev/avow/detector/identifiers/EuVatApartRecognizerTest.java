package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EuVatApartRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "a strong check stands alone", "BE 0428.759.497", "eu_vat:BE 0428.759.497"),
                arguments("a weak one needs a word", "DE 136 695 976", ""),
                arguments(
                        "a weak one with its word",
                        "USt-IdNr.: DE 136 695 976",
                        "eu_vat:DE 136 695 976"),
                arguments("Austria", "UID AT U13585627", "eu_vat:AT U13585627"),
                arguments("Austria with its U", "UID: ATU 13585627", "eu_vat:ATU 13585627"),
                arguments("France in groups", "TVA FR 40 303 265 045", "eu_vat:FR 40 303 265 045"),
                arguments(
                        "the Netherlands in groups",
                        "btw NL 0044.95.445.B01",
                        "eu_vat:NL 0044.95.445.B01"),
                arguments("a word of prose", "meet at 12345678 or be 0428759498", ""),
                arguments("a small word before a number", "el 094259216", ""),
                arguments(
                        "the Spanish verb before Spain's own number",
                        "mi CIF es A58818501 y mi NIF es 12345678Z",
                        "es_cif:A58818501 | es_nif:12345678Z"),
                arguments("Spain in capitals", "NIF-IVA ES A58818501", "eu_vat:ES A58818501"),
                arguments(
                        "Greek in small letters, named",
                        "afm el 094259216",
                        "eu_vat:el 094259216"));
    }
}
