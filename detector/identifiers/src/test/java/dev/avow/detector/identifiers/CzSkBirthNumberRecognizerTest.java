package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CzSkBirthNumberRecognizerTest {

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
                        "RC 710319/2745",
                        "cz_sk_birth_number:710319/2745"),
                arguments(
                        "named in English",
                        "Czech birth number 710319/2745",
                        "cz_sk_birth_number:710319/2745"),
                arguments(
                        "a JSON key names it",
                        "{\"rc\": \"710319/2745\"}",
                        "cz_sk_birth_number:710319/2745"),
                arguments("a wrong check digit", "RC 710319/2746", ""),
                arguments("without a word", "710319/2745", "cz_sk_birth_number:710319/2745"),
                arguments("part of a longer number", "RC 1710319/2745", ""),
                arguments("the decimals of a number", "RC 0.710319/2745", ""),
                arguments(
                        "written in another way", "RC 7103192745", "cz_sk_birth_number:7103192745"),
                arguments(
                        "of a woman", "rodné číslo 715319/2740", "cz_sk_birth_number:715319/2740"),
                arguments(
                        "before 1954, with its name",
                        "rodné číslo 520319/123",
                        "cz_sk_birth_number:520319/123"),
                arguments("before 1954, without its name", "520319/123", ""),
                arguments("digits alone", "7103192745", ""));
    }
}
