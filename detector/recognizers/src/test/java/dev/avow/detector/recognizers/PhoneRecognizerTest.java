package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PhoneRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("E.164 together", "+33612345678", "phone:+33612345678"),
                arguments("E.123 groups", "+33 6 12 34 56 78.", "phone:+33 6 12 34 56 78"),
                arguments(
                        "North America with parentheses",
                        "+1 (415) 555-2671",
                        "phone:+1 (415) 555-2671"),
                arguments(
                        "dashes, area of variable length",
                        "+49-30-1234567",
                        "phone:+49-30-1234567"),
                arguments("slash", "+49 30/1234567", "phone:+49 30/1234567"),
                arguments(
                        "trunk zero in parentheses",
                        "+44 (0)20 7946 0958",
                        "phone:+44 (0)20 7946 0958"),
                arguments(
                        "trunk zero without parentheses",
                        "+33 06 12 34 56 78",
                        "phone:+33 06 12 34 56 78"),
                arguments("two zeros", "00 33 6 12 34 56 78", "phone:00 33 6 12 34 56 78"),
                arguments("tel URI", "tel:+33612345678", "phone:+33612345678"),
                arguments(
                        "no-break spaces",
                        "+33\u00a06\u202f12\u00a034\u00a056\u00a078",
                        "phone:+33\u00a06\u202f12\u00a034\u00a056\u00a078"),
                arguments(
                        "zero-width between digits",
                        "+336\u200b12345678",
                        "phone:+336\u200b12345678"),
                arguments(
                        "percent-encoded plus and blanks",
                        "tel=%2B33%206%2012%2034%2056%2078",
                        "phone:%2B33%206%2012%2034%2056%2078"),
                arguments("Chinese text before", "电话+8613812345678", "phone:+8613812345678"),
                arguments(
                        "a year after is not part",
                        "+33 6 12 34 56 78 2024",
                        "phone:+33 6 12 34 56 78"),
                arguments("unassigned country code", "+999 123 456 789", ""),
                arguments("too short for its country", "+33 6 12 34", ""),
                arguments("a sum, not a plus sign", "1+33612345678", ""),
                arguments("French pairs", "06 12 34 56 78", "phone:06 12 34 56 78"),
                arguments("French pairs with dots", "06.12.34.56.78", "phone:06.12.34.56.78"),
                arguments("French together", "0612345678", "phone:0612345678"),
                arguments(
                        "two in a row",
                        "06 12 34 56 78 06 98 76 54 32",
                        "phone:06 12 34 56 78 | phone:06 98 76 54 32"),
                arguments(
                        "other French groups need a word",
                        "Tel 0612 345 678",
                        "phone:0612 345 678"),
                arguments("a list of pairs", "01 02 03 04 05 06 07", ""),
                arguments("a decimal", "0.0612345678", ""),
                arguments("an order number", "commande 0612345678", ""),
                arguments("a hash", "deadbeef0612345678 0612345678abcdef", ""),
                arguments("American with parentheses", "(415) 555-2671", "phone:(415) 555-2671"),
                arguments("American with dashes", "415-555-2671", "phone:415-555-2671"),
                arguments("American with a word, together", "call 4155552671", "phone:4155552671"),
                arguments("ten digits without a word", "4155552671", ""),
                arguments("the area code begins with 1", "123-456-7890", ""),
                arguments("German after its name", "Tel. 030 1234567", "phone:030 1234567"),
                arguments(
                        "German mobile after its name",
                        "Handy: 0171-1234567",
                        "phone:0171-1234567"),
                arguments(
                        "a JSON key names it",
                        "{\"phoneNumber\":\"4155552671\"}",
                        "phone:4155552671"),
                arguments(
                        "an escaped key names it",
                        "t\\u00e9l\\u00e9phone : 4155552671",
                        "phone:4155552671"),
                arguments("a date after a name", "mobile 2024-11-21", ""),
                arguments("an IP address after a name", "phone 192.168.100.200", ""),
                arguments(
                        "times and versions",
                        "2024-11-21 10:30:45.123 1700000000 1700000000000 v10.20.30",
                        ""),
                arguments("UUID of digits", "12345678-1234-1234-1234-123456789012", ""));
    }
}
