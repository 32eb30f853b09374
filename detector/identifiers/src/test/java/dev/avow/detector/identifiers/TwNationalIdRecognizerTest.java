package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TwNationalIdRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("citizen", "national ID A123456789", "tw_national_id:A123456789"),
                arguments("no name", "A123456789", ""),
                arguments("foreigner, named", "居留證 F830123454", "tw_national_id:F830123454"),
                arguments("named", "身分證字號：A123456789", "tw_national_id:A123456789"),
                arguments("wrong check digit", "身分證 A123456780", ""),
                arguments("an order number", "order A123456789", ""),
                arguments(
                        "a licence",
                        "driver's license number is A123456789",
                        "us_driver_license:A123456789"),
                arguments("lower case without a name", "a123456789", ""));
    }
}
