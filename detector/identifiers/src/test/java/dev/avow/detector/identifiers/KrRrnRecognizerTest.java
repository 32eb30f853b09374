package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class KrRrnRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("dashed, alone", "900101-1234568", "kr_rrn:900101-1234568"),
                arguments("named", "주민등록번호 9001011234568", "kr_rrn:9001011234568"),
                arguments(
                        "random since 2020, named",
                        "주민등록번호: 900101-1234569",
                        "kr_rrn:900101-1234569"),
                arguments("random since 2020, alone", "900101-1234569", ""),
                arguments("no such month", "주민등록번호 901301-1234565", ""),
                arguments("no such day", "주민등록번호 9902291234567", ""),
                arguments("together without a name", "9001011234568", ""));
    }
}
