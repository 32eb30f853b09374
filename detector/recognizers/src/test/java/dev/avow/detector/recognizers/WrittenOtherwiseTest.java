package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * B1: a value is found however programs and people write its characters; each of these left in the
 * clear, or left the half of it.
 */
final class WrittenOtherwiseTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                whole("blanks of HTML by name", "4111&nbsp;1111&thinsp;1111&nbsp;1111", CARD),
                whole("a phone's", "+33&nbsp;6&nbsp;12&nbsp;34&nbsp;56&nbsp;78", "phone"),
                whole("an IBAN's", "DE89&nbsp;3704&nbsp;0044&nbsp;0532&nbsp;0130&nbsp;00", "iban"),
                whole("soft hyphens of HTML", "4111&shy;1111&shy;1111&shy;1111", CARD),
                whole("signs of HTML by name", "ada&lowbar;love&commat;example&period;org", EMAIL),
                arguments("another entity", "a&amp;ada@example.org", "email:ada@example.org"),
                arguments(
                        "blanks of a form",
                        "card=4111+1111+1111+1111&tel=%2B33+6+12+34+56+78",
                        "payment_card:4111+1111+1111+1111 | phone:%2B33+6+12+34+56+78"),
                whole("an IBAN's in a form", "FR76+3000+6000+0112+3456+7890+189", "iban"),
                arguments("a sum", "4111 + 1111+1111+1111", ""),
                whole(
                        "a blank in an address in an address",
                        "4111%25201111%25201111%25201111",
                        CARD),
                whole("Markdown's escapes", "ada\\_love\\@example\\.org", EMAIL),
                whole("the same in JSON", "ada\\\\_love@example.org", EMAIL),
                whole("an escaped plus", "\\+33 6 12 34 56 78", "phone"),
                whole("zeros of UTF-16", "4\0" + "1\0".repeat(14) + "1", CARD),
                whole("zeros in an address", "a\0d\0a\0@\0e\0x\0a\0m\0p\0l\0e\0.\0o\0r\0g", EMAIL),
                arguments("fields of a record", "4111\u001f1111\u001f1111\u001f1111", ""),
                whole(
                        "Devanagari",
                        "\u096a\u0967\u0967\u0967" + " \u0967\u0967\u0967\u0967".repeat(3),
                        CARD),
                whole(
                        "Bengali",
                        "+\u09e9\u09e9 \u09ec \u09e7\u09e8 \u09e9\u09ea \u09eb\u09ec \u09ed\u09ee",
                        "phone"),
                whole("Thai", "\u0e54\u0e51\u0e51\u0e51" + "\u0e51".repeat(12), CARD),
                arguments(
                        "keys of a keypad",
                        "4111111111111111".replaceAll("(.)", "$1\ufe0f\u20e3"),
                        "payment_card:4" + "\ufe0f\u20e31".repeat(15)),
                arguments(
                        "struck through",
                        "4111111111111111".replaceAll("(.)", "$1\u0336"),
                        "payment_card:4" + "\u03361".repeat(15)),
                whole("fillers", "4111\u31641111\u28001111\u115f1111", CARD),
                whole("an IBAN over two lines", "FR76 3000 6000\n0112 3456 7890 189", "iban"),
                whole("by a carriage return too", "DE89 3704\r\n0044 0532 0130 00", "iban"),
                whole("escaped", "DE89 3704\\r\\n0044 0532 0130 00", "iban"),
                arguments("an IBAN over three", "DE89 3704\n0044\n0532 0130 00", ""));
    }

    private static final String CARD = "payment_card";
    private static final String EMAIL = "email";

    private static Arguments whole(String reason, String text, String type) {
        return arguments(reason, text, type + ":" + text);
    }
}
