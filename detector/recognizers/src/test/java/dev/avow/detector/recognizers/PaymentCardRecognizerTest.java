package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PaymentCardRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "JCB, the block around its ranges",
                        "3590123456789015",
                        "payment_card:3590123456789015"),
                arguments("Troy", "9792900000001234", "payment_card:9792900000001234"),
                arguments("a block of a file system", "Receiving blk_-4468645577339843974 src", ""),
                arguments("Visa, 16", "4111111111111111", "payment_card:4111111111111111"),
                arguments("Visa, 13", "4222222222222", "payment_card:4222222222222"),
                arguments("Mastercard", "5555555555554444", "payment_card:5555555555554444"),
                arguments(
                        "Mastercard, 2-series",
                        "2223003122003222",
                        "payment_card:2223003122003222"),
                arguments(
                        "American Express in print",
                        "3782 822463 10005",
                        "payment_card:3782 822463 10005"),
                arguments("Diners Club", "30569309025904", "payment_card:30569309025904"),
                arguments("Discover", "6011111111111117", "payment_card:6011111111111117"),
                arguments("JCB", "3530111333300000", "payment_card:3530111333300000"),
                arguments("UnionPay", "6200000000000005", "payment_card:6200000000000005"),
                arguments("Maestro", "6759649826438453", "payment_card:6759649826438453"),
                arguments(
                        "fours with dashes",
                        "4111-1111-1111-1111",
                        "payment_card:4111-1111-1111-1111"),
                arguments(
                        "fours with dots",
                        "4111.1111.1111.1111",
                        "payment_card:4111.1111.1111.1111"),
                arguments(
                        "fours with no-break spaces",
                        "4111\u00a01111\u202f1111\u00a01111",
                        "payment_card:4111\u00a01111\u202f1111\u00a01111"),
                arguments(
                        "expiry and code after",
                        "4111 1111 1111 1111 12/27 123",
                        "payment_card:4111 1111 1111 1111"),
                arguments(
                        "separated by bars",
                        "4111111111111111|12|27|123",
                        "payment_card:4111111111111111"),
                arguments(
                        "digit by digit, as dictated",
                        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                        "payment_card:4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"),
                arguments(
                        "odd groups with a word",
                        "card 41111 11111 111111",
                        "payment_card:41111 11111 111111"),
                arguments(
                        "glued to its name",
                        "VISA4111111111111111",
                        "payment_card:4111111111111111"),
                arguments("full-width digits", "４１１１１１１１１１１１１１１１", "payment_card:４１１１１１１１１１１１１１１１"),
                arguments(
                        "Chinese text before",
                        "卡号4111111111111111",
                        "payment_card:4111111111111111"),
                arguments(
                        "after an escaped line feed",
                        "\\n4111111111111111\\n",
                        "payment_card:4111111111111111"),
                arguments(
                        "fours in a pasted table",
                        "4111\t1111\t1111\t1111",
                        "payment_card:4111\t1111\t1111\t1111"),
                arguments(
                        "fours with underscores",
                        "4111_1111_1111_1111",
                        "payment_card:4111_1111_1111_1111"),
                arguments(
                        "fours with slashes",
                        "4111/1111/1111/1111",
                        "payment_card:4111/1111/1111/1111"),
                arguments(
                        "a plus sign hides nothing",
                        "+4111111111111111 +4111 1111 1111 1111",
                        "payment_card:4111111111111111 | payment_card:4111 1111 1111 1111"),
                arguments(
                        "a spreadsheet's decimals",
                        "4111111111111111.0 4111111111111111.00, 4111111111111111.00.",
                        "payment_card:4111111111111111 | payment_card:4111111111111111 |"
                                + " payment_card:4111111111111111"),
                arguments(
                        "a card in a column",
                        "7\t4111111111111111\t123",
                        "payment_card:4111111111111111"),
                arguments("Visa, 19", "4111111111111111110", "payment_card:4111111111111111110"),
                arguments(
                        "in twos",
                        "41 11 11 11 11 11 11 11",
                        "payment_card:41 11 11 11 11 11 11 11"),
                arguments(
                        "in threes", "411 111 111 111 111 1", "payment_card:411 111 111 111 111 1"),
                arguments(
                        "in fours with thin spaces",
                        "4111\u20091111\u20091111\u20091111",
                        "payment_card:4111\u20091111\u20091111\u20091111"),
                arguments(
                        "JCB, older, of 15 digits",
                        "180012345678905",
                        "payment_card:180012345678905"),
                arguments("a decimal and another in columns", "2359.8849	1568.3155", ""),
                arguments("odd groups in a longer row", "card 70 42 42 57 72 65550 68 63117", ""),
                arguments("a long identifier", "id=501812345673", ""),
                arguments("other groups with slashes", "card 41111/11111/111111", ""),
                arguments("an amount", "4111111111111111.25", ""),
                arguments("odd groups without a word", "41111 11111 111111", ""),
                arguments("wrong check digit", "4111111111111112", ""),
                arguments("no issuer", "9111111111111111", ""),
                arguments("letters before", "x4111111111111111, abc4111111111111111", ""),
                arguments("glued", "card4111111111111111", "payment_card:4111111111111111"),
                arguments(
                        "glued, in fours",
                        "VISA4111 1111 1111 1111",
                        "payment_card:4111 1111 1111 1111"),
                arguments(
                        "letters after fours",
                        "4111 1111 1111 1111and more",
                        "payment_card:4111 1111 1111 1111"),
                arguments("letters after", "4111111111111111x", "payment_card:4111111111111111"),
                arguments(
                        "letters after, American Express",
                        "378282246310005thanks",
                        "payment_card:378282246310005"),
                arguments(
                        "a variable's name",
                        "card_4111111111111111",
                        "payment_card:4111111111111111"),
                arguments(
                        "letters after where a word says so",
                        "pan=4111111111111111cvv=123",
                        "payment_card:4111111111111111"),
                arguments("a literal", "long big = 4111111111111111L; n = 4111111111111111n;", ""),
                arguments("hexadecimal", "4111111111111111ab c4111111111111111", ""),
                arguments("a hash", "md5 88855547570f7ff053fff7c54e5148cc", ""),
                arguments("a name of a file", "file_4111111111111111_v2.png", ""),
                arguments("an order's number", "order 4111111111111111x, A4111111111111111", ""),
                arguments("a scheme that few have, with letters", "6759649826438453x", ""),
                arguments("fours in a longer row", "fax4719 8352 4085 4462 0102 9202", ""),
                arguments("within digits", "1234511111111111111111114111111111111111", ""),
                arguments("a decimal", "0.4111111111111111", ""),
                arguments("within a UUID", "41111111-1111-1111-1111-411111111111", ""),
                arguments("within a longer number with dashes", "1234-4111-1111-1111-1111", ""),
                arguments("an article number", "4006381333931", ""));
    }
}
