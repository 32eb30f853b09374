package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EePersonalCodeRecognizerTest {

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
                        "Isikukood: 36805280109",
                        "ee_personal_code:36805280109"),
                arguments(
                        "named in English",
                        "Estonian personal code 36805280109",
                        "ee_personal_code:36805280109"),
                arguments(
                        "a JSON key names it",
                        "{\"isikukood\": \"36805280109\"}",
                        "ee_personal_code:36805280109"),
                arguments("a wrong check digit", "Isikukood: 36805280108", ""),
                arguments("without a word", "36805280109", ""),
                arguments("part of a longer number", "Isikukood: 136805280109", ""),
                arguments("the decimals of a number", "Isikukood: 0.36805280109", ""),
                arguments(
                        "written in another way",
                        "Isikukood: 368052 80109",
                        "ee_personal_code:368052 80109"),
                arguments(
                        "far from the word",
                        "Isikukood: is one thing and has nothing at all to do with this:"
                                + " 36805280109",
                        ""),
                arguments("no such day", "isikukood 36805320109", ""));
    }
}
