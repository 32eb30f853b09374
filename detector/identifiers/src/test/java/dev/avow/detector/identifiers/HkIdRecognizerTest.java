package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class HkIdRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("as on the card", "G123456(A)", "hk_id:G123456(A)"),
                arguments("two letters", "AB987654(3)", "hk_id:AB987654(3)"),
                arguments("a blank before", "G123456 (A)", "hk_id:G123456 (A)"),
                arguments("full-width parentheses", "G123456（A）", "hk_id:G123456（A）"),
                arguments("named, without parentheses", "HKID C1234569", "hk_id:C1234569"),
                arguments("no name, without parentheses", "C1234569", ""),
                arguments("wrong check digit", "HKID G123456(1)", ""),
                arguments("a call", "f123456(x)", ""));
    }
}
