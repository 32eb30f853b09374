package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BrCpfRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("in its form", "529.982.247-25", "br_cpf:529.982.247-25"),
                arguments("named", "CPF 52998224725", "br_cpf:52998224725"),
                arguments("a JSON key", "{\"cpf\":\"52998224725\"}", "br_cpf:52998224725"),
                arguments("wrong check digit", "529.982.247-26", ""),
                arguments("all the same", "CPF 111.111.111-11", ""),
                arguments("no name", "52998224725", ""));
    }
}
