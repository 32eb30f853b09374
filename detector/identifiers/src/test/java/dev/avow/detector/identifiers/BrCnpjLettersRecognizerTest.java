package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BrCnpjLettersRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in its form", "12.ABC.345/01DE-35", "br_cnpj:12.ABC.345/01DE-35"),
                arguments("named", "CNPJ 12.ABC.345/01DE-35.", "br_cnpj:12.ABC.345/01DE-35"),
                arguments("wrong check digit", "CNPJ 12.ABC.345/01DE-36", ""),
                arguments("a path", "10.1016/j.abc.de/2020-12", ""));
    }
}
