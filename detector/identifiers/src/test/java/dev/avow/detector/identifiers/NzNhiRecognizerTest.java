package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NzNhiRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("old", "NHI ZAC5361", "nz_nhi:ZAC5361"),
                arguments("new", "NHI: ZBN77VL", "nz_nhi:ZBN77VL"),
                arguments("lower case", "patient nhi zac5361", "nz_nhi:zac5361"),
                arguments("old, wrong check digit", "NHI ZAC5362", ""),
                arguments("new, wrong check letter", "NHI ZBN77VM", ""),
                arguments("a letter that is not used", "NHI ZOC5361", ""),
                arguments("no name", "ZAC5361", ""));
    }
}
