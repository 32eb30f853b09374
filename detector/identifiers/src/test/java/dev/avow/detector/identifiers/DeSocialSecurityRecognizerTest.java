package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DeSocialSecurityRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "as printed",
                        "Sozialversicherungsnummer 15 070649 C 103",
                        "de_social_security:15 070649 C 103"),
                arguments("together", "15070649C103", "de_social_security:15070649C103"),
                arguments(
                        "in small letters",
                        "rv-nummer 15070649c103",
                        "de_social_security:15070649c103"),
                arguments("a wrong check digit", "15 070649 C 104", ""),
                arguments("no such day", "15 320649 C 103", ""),
                arguments(
                        "in English",
                        "German social security number 65 170839 J 003",
                        "de_social_security:65 170839 J 003"),
                arguments("part of a longer code", "15070649C1031", ""));
    }
}
