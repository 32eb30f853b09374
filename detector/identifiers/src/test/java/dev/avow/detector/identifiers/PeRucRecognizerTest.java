package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PeRucRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("company", "RUC 20100070970", "pe_ruc:20100070970"),
                arguments("person", "R.U.C. / ruc: 10123456781", "pe_ruc:10123456781"),
                arguments("wrong check digit", "RUC 20100070971", ""),
                arguments("a kind that is not", "RUC 30100070975", ""),
                arguments("no name", "20100070970", ""));
    }
}
