package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CnResidentIdRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("ends with X", "11010519491231002X", "cn_resident_id:11010519491231002X"),
                arguments(
                        "ends with a digit",
                        "身份证号码440306199002280104",
                        "cn_resident_id:440306199002280104"),
                arguments(
                        "in groups", "440306 19900228 0104", "cn_resident_id:440306 19900228 0104"),
                arguments(
                        "small x",
                        "id card 11010519491231002x",
                        "cn_resident_id:11010519491231002x"),
                arguments("wrong check digit", "440306199002280105", ""),
                arguments("no such day", "44030619900230011X", ""),
                arguments("no such province", "99030619900228011X", ""),
                arguments("within a longer number", "1440306199002280104", ""));
    }
}
