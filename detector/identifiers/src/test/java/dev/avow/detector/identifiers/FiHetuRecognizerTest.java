package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FiHetuRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("born in the last century", "131052-308T", "fi_hetu:131052-308T"),
                arguments("born in this one", "010100A123D", "fi_hetu:010100A123D"),
                arguments("a new sign", "131052Y308T", "fi_hetu:131052Y308T"),
                arguments("born before 1900", "131052+308T", "fi_hetu:131052+308T"),
                arguments("in small letters", "hetu 131052-308t", "fi_hetu:131052-308t"),
                arguments("a wrong check", "131052-308U", ""),
                arguments("no such day", "321052-308T", ""),
                arguments(
                        "a digit for its check, named",
                        "henkilötunnus 010101-1020",
                        "fi_hetu:010101-1020"),
                arguments(
                        "a digit for its check, named in English",
                        "Finnish personal identity code: 010101-1020",
                        "fi_hetu:010101-1020"),
                arguments("a digit for its check, not named", "010101-1020", ""),
                arguments("part of a longer code", "131052-308TX", ""));
    }
}
