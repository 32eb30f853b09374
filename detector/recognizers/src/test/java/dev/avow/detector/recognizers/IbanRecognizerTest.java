package dev.avow.detector.recognizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class IbanRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "Morocco, not registered",
                        "MA64 0115 1900 0001 2050 0053 4921",
                        "iban:MA64 0115 1900 0001 2050 0053 4921"),
                arguments(
                        "Algeria, not registered",
                        "DZ580002100001113000000570",
                        "iban:DZ580002100001113000000570"),
                arguments("Germany", "DE89370400440532013000", "iban:DE89370400440532013000"),
                arguments(
                        "in print",
                        "DE89 3704 0044 0532 0130 00",
                        "iban:DE89 3704 0044 0532 0130 00"),
                arguments("lower case", "de89370400440532013000", "iban:de89370400440532013000"),
                arguments(
                        "France",
                        "FR76 3000 6000 0112 3456 7890 189",
                        "iban:FR76 3000 6000 0112 3456 7890 189"),
                arguments(
                        "letters, dashes", "NL91-ABNA-0417-1643-00", "iban:NL91-ABNA-0417-1643-00"),
                arguments(
                        "many letters",
                        "MT84MALT011000012345MTLCAST001S",
                        "iban:MT84MALT011000012345MTLCAST001S"),
                arguments("the shortest", "NO9386011117947", "iban:NO9386011117947"),
                arguments(
                        "odd groups",
                        "ES91 21000418 450200051332",
                        "iban:ES91 21000418 450200051332"),
                arguments(
                        "head apart",
                        "FR 76 3000 6000 0112 3456 7890 189",
                        "iban:FR 76 3000 6000 0112 3456 7890 189"),
                arguments(
                        "a word follows directly",
                        "GB82WEST12345698765432thanks",
                        "iban:GB82WEST12345698765432"),
                arguments(
                        "glued to its name",
                        "IBANDE89370400440532013000",
                        "iban:DE89370400440532013000"),
                arguments(
                        "no-break spaces and zero width",
                        "DE89\u00a03704\u00a00044\u200b0532\u202f0130\u00a000",
                        "iban:DE89\u00a03704\u00a00044\u200b0532\u202f0130\u00a000"),
                arguments(
                        "Chinese text before",
                        "账户DE89370400440532013000",
                        "iban:DE89370400440532013000"),
                arguments(
                        "groups of three",
                        "DE8 937 040 044 053 201 300 0",
                        "iban:DE8 937 040 044 053 201 300 0"),
                arguments(
                        "slashes",
                        "DE89/3704/0044/0532/0130/00",
                        "iban:DE89/3704/0044/0532/0130/00"),
                arguments(
                        "a word directly after the last digit",
                        "de89370400440532013000bitte",
                        "iban:de89370400440532013000"),
                arguments("letters where the country has digits", "DE893704004405320130AB", ""),
                arguments("the name of a hash", "md5 05612be1e884613ed5bfeb35ba809be0", ""),
                arguments("a wrong digit", "DE89370400440532013001", ""),
                arguments("a digit too many", "DE893704004405320130005", ""),
                arguments("no such country", "ZZ89370400440532013000", ""),
                arguments(
                        "glued to a word that names nothing",
                        "accDE89370400440532013000",
                        "iban:DE89370400440532013000"),
                arguments(
                        "in fours, glued",
                        "refDE89 3704 0044 0532 0130 00",
                        "iban:DE89 3704 0044 0532 0130 00"),
                arguments(
                        "a variable's name",
                        "iban_DE89370400440532013000",
                        "iban:DE89370400440532013000"),
                arguments("other groups, glued", "name4/33/99/80/48/93/5/61/20/62/19", ""),
                arguments("letters of the bank, glued", "xGB29NWBK60161331926819", ""),
                arguments("digits before", "1DE89370400440532013000", ""));
    }
}
