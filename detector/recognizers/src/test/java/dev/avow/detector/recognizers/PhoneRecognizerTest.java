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
                arguments(
                        "Denmark, four pairs",
                        "mit nummer: telefon 32 12 33 75",
                        "phone:32 12 33 75"),
                arguments("Denmark, dots", "telefonnummer: 32.12.72.31", "phone:32.12.72.31"),
                arguments(
                        "Norway, after a hint",
                        "you can reach me on 21 23 41 17 today",
                        "phone:21 23 41 17"),
                arguments("Hungary", "telefonszám: 06 1 234 1757", "phone:06 1 234 1757"),
                arguments("Finland, a dot", "puhelinnumero 041.2358139", "phone:041.2358139"),
                arguments("Switzerland, dots", "Tel.: 078.123.49.00", "phone:078.123.49.00"),
                arguments("Turkey", "cep telefonu: 02123428756", "phone:02123428756"),
                arguments("Greece", "Τηλέφωνο: 2101234567", "phone:2101234567"),
                arguments(
                        "Argentina, 011 as an area code",
                        "teléfono 011 15-2345-6228",
                        "phone:011 15-2345-6228"),
                arguments(
                        "a zero that begins the number",
                        "+47 04 77 65 83",
                        "phone:+47 04 77 65 83"),
                arguments(
                        "seconds of a log", "03-17 16:14:07.697  2227  2227 V PhoneStatusBar", ""),
                arguments(
                        "a log that begins with the day",
                        "[0706/120312:WARNING:dns_config_service]",
                        ""),
                arguments("a time in pairs", "expected = 2000 01 01 00 00 00 1", ""),
                arguments("digits that count down", "SUFFIX = b'0987654321' * 1024", ""),
                arguments("binary", "test(1234, +10011010010)", ""),
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
                        "Germany: area and number",
                        "030 1234567, 030/1234567, (030) 1234567",
                        "phone:030 1234567 | phone:030/1234567 | phone:(030) 1234567"),
                arguments(
                        "Germany: mobile",
                        "0171-1234567; 0151 12 34 56 78",
                        "phone:0171-1234567 | phone:0151 12 34 56 78"),
                arguments(
                        "Germany: a direct number behind a dash",
                        "030 12345-67",
                        "phone:030 12345-67"),
                arguments(
                        "Britain",
                        "020 7946 0958 or 07700 900123, (01632) 960123",
                        "phone:020 7946 0958 | phone:07700 900123 | phone:(01632) 960123"),
                arguments(
                        "Belgium",
                        "0470 12 34 56, 0470/12.34.56, 02/123.45.67",
                        "phone:0470 12 34 56 | phone:0470/12.34.56 | phone:02/123.45.67"),
                arguments(
                        "Switzerland and Austria",
                        "079 123 45 67, 0664 1234567",
                        "phone:079 123 45 67 | phone:0664 1234567"),
                arguments(
                        "the Netherlands",
                        "06-12345678, 020-1234567",
                        "phone:06-12345678 | phone:020-1234567"),
                arguments(
                        "Sweden",
                        "070-123 45 67, 08-123 456 78",
                        "phone:070-123 45 67 | phone:08-123 456 78"),
                arguments(
                        "Australia",
                        "0412 345 678, (02) 9876 5432, 1300 975 707",
                        "phone:0412 345 678 | phone:(02) 9876 5432 | phone:1300 975 707"),
                arguments(
                        "Japan",
                        "03-1234-5678, 090-1234-5678",
                        "phone:03-1234-5678 | phone:090-1234-5678"),
                arguments(
                        "India",
                        "98765 43210, 022 2345 6789, 011-23456789",
                        "phone:98765 43210 | phone:022 2345 6789 | phone:011-23456789"),
                arguments(
                        "Spain",
                        "612 34 56 78, 91 123 45 67",
                        "phone:612 34 56 78 | phone:91 123 45 67"),
                arguments(
                        "Spain: threes after a verb of calling",
                        "Llámame al 612 345 678",
                        "phone:612 345 678"),
                arguments(
                        "Italy",
                        "333 1234567, 06 1234 5678",
                        "phone:333 1234567 | phone:06 1234 5678"),
                arguments(
                        "Brazil",
                        "(11) 91234-5678, 11 91234-5678",
                        "phone:(11) 91234-5678 | phone:11 91234-5678"),
                arguments("Portugal", "21 123 4567", "phone:21 123 4567"),
                arguments(
                        "Poland",
                        "22 123 45 67, tel. 512 345 678",
                        "phone:22 123 45 67 | phone:512 345 678"),
                arguments("North America with blanks", "415 555 2671", "phone:415 555 2671"),
                arguments(
                        "North America, free of charge", "1-800-555-1234", "phone:1-800-555-1234"),
                arguments(
                        "extensions",
                        "415-555-2671 x12, (415) 555-2671 ext. 5, 020 7946 0958 ext 77",
                        "phone:415-555-2671 x12 | phone:(415) 555-2671 ext. 5 | phone:020 7946 0958"
                                + " ext 77"),
                arguments(
                        "French and German extensions",
                        "01 42 68 53 00 poste 12, 030 1234567 Durchwahl 89",
                        "phone:01 42 68 53 00 poste 12 | phone:030 1234567 Durchwahl 89"),
                arguments(
                        "RFC 3966: extension of a tel URI",
                        "tel:+1-201-555-0123;ext=5",
                        "phone:+1-201-555-0123;ext=5"),
                arguments(
                        "a tel URI without country code",
                        "<a href=\"tel:0171 1234567\">",
                        "phone:0171 1234567"),
                arguments(
                        "dialled from North America and Australia",
                        "011 44 20 7946 0958, 0011 44 20 7946 0958",
                        "phone:011 44 20 7946 0958 | phone:0011 44 20 7946 0958"),
                arguments(
                        "trunk zero in parentheses and dots",
                        "+33(0)6.12.34.56.78, +49 (0) 171 1234567",
                        "phone:+33(0)6.12.34.56.78 | phone:+49 (0) 171 1234567"),
                arguments(
                        "together after a possessive",
                        "My number is 4155552671. Mein Handy: 01711234567",
                        "phone:4155552671 | phone:01711234567"),
                arguments(
                        "a label behind",
                        "25 833387-Office, 9320 7126 (mobile)",
                        "phone:25 833387 | phone:9320 7126"),
                arguments("seven digits after a verb", "Call 555-2671", "phone:555-2671"),
                arguments("a name on the line before", "Phone\n0171 1234567", "phone:0171 1234567"),
                arguments("a word on the line before is another's", "call\n12345678 9012", ""),
                arguments("the nearer word names it", "order 4155552671", ""),
                arguments(
                        "numbers of persons are another type's",
                        "phone 123-45-6789, SSN 123-45-6789",
                        ""),
                arguments("American postcodes", "Lives in 82111-2488, number 82111-2488", ""),
                arguments("dates after a verb", "call 21.11.2024 or 2024-11-21 10", ""),
                arguments("pages and a year", "pp. 018-012 (2083)", ""),
                arguments("octal columns", "0029070 026434 081593 094271", ""),
                arguments("bytes of a dump", "phone 47 25 67 75 e1 9f; 1f 06 12 34 56 78 d9", ""),
                arguments("people counted", "called often, reached 740 227 900 users", ""),
                arguments("pairs that count up", "<Buffer 01 02 03 04 05>", ""),
                arguments(
                        "decimals in a row",
                        "number.search(\"123 3.1416 789\"), number +35236450.6",
                        ""),
                arguments("a padded list", "012 034 056 078", ""),
                arguments("an invoice and a case", "Invoice 0221-1234567, case 0123-456789", ""),
                arguments(
                        "times and versions",
                        "2024-11-21 10:30:45.123 1700000000 1700000000000 v10.20.30",
                        ""),
                arguments("a name glued to the plus", "phone+49 30 901820", "phone:+49 30 901820"),
                arguments("the same together", "tel+33612345678", "phone:+33612345678"),
                arguments("a sum", "a+33612345678", ""),
                arguments("UUID of digits", "12345678-1234-1234-1234-123456789012", ""));
    }
}
