package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that several countries' rules allow: the nearest word decides, and only one is reported.
 */
final class EuCollisionsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("four rules allow it: BSN", "BSN 100002870", "nl_bsn:100002870"),
                arguments("four rules allow it: NIF", "NIF 100002870", "pt_nif:100002870"),
                arguments("four rules allow it: AFM", "AFM 100002870", "gr_afm:100002870"),
                arguments("four rules allow it: TAJ", "TAJ 100002870", "hu_taj:100002870"),
                arguments("four rules allow it, and nothing names it", "100002870", ""),
                arguments(
                        "a list of several, each with its own name",
                        "BSN 111222333, NIF 123456789, TAJ 123456788",
                        "nl_bsn:111222333 | pt_nif:123456789 | hu_taj:123456788"),
                arguments(
                        "a list as JSON",
                        "{\"pesel\":\"44051401359\",\"nip\":\"1234563218\",\"regon\":\"123456785\"}",
                        "pl_pesel:44051401359 | pl_nip:1234563218 | pl_regon:123456785"),
                arguments(
                        "a VAT number holds the number of the country",
                        "NIP PL8567346215, P.IVA IT00743110157",
                        "eu_vat:PL8567346215 | eu_vat:IT00743110157"),
                arguments(
                        "a Danish and a Swedish number look alike",
                        "personnummer 640823-3234",
                        "se_personnummer:640823-3234"),
                arguments(
                        "the numbers of a form",
                        "Steuer-ID 47036892816, Sozialversicherungsnummer 15 070649 C 103",
                        "de_tax_id:47036892816 | de_social_security:15 070649 C 103"));
    }
}
