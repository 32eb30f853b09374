package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class GrAfmRecognizerTest {

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
                        "AFM 094259216",
                        "gr_afm:094259216"),
                arguments("named in English", "Greek tax number 094259216", "gr_afm:094259216"),
                arguments("a JSON key names it", "{\"afm\": \"094259216\"}", "gr_afm:094259216"),
                arguments("a wrong check digit", "AFM 094259217", ""),
                arguments("without a word", "094259216", ""),
                arguments("part of a longer number", "AFM 1094259216", ""),
                arguments("the decimals of a number", "AFM 0.094259216", ""),
                arguments("written in another way", "AFM 094 259 216", "gr_afm:094 259 216"),
                arguments(
                        "far from the word",
                        "AFM is one thing and has nothing at all to do with this: 094259216",
                        ""),
                arguments("in Greek", "ΑΦΜ: 094259216", "gr_afm:094259216"));
    }
}
