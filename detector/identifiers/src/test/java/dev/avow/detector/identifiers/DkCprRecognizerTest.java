package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DkCprRecognizerTest {

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
                        "CPR: 211062-5629",
                        "dk_cpr:211062-5629"),
                arguments(
                        "named in English",
                        "Danish personal number 211062-5629",
                        "dk_cpr:211062-5629"),
                arguments(
                        "a JSON key names it", "{\"cpr\": \"211062-5629\"}", "dk_cpr:211062-5629"),
                arguments("a wrong check digit", "CPR: 321062-5629", ""),
                arguments("without a word", "211062-5629", ""),
                arguments("part of a longer number", "CPR: 1211062-5629", ""),
                arguments("the decimals of a number", "CPR: 0.2110625629", ""),
                arguments("written in another way", "CPR: 2110625629", "dk_cpr:2110625629"),
                arguments(
                        "far from the word",
                        "CPR: is one thing and has nothing at all to do with this: 211062-5629",
                        ""),
                arguments(
                        "given out after the check digit was dropped",
                        "CPR-nr. 150437-3068",
                        "dk_cpr:150437-3068"),
                arguments("no such day", "CPR 311162-5629", ""));
    }
}
