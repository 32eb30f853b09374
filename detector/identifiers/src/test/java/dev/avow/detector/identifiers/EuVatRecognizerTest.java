package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class EuVatRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("Austria", "ATU13585627", "eu_vat:ATU13585627"),
                arguments("Belgium", "BE0428759497", "eu_vat:BE0428759497"),
                arguments("Bulgaria", "BG175074752", "eu_vat:BG175074752"),
                arguments("Cyprus", "CY10259033P", "eu_vat:CY10259033P"),
                arguments("Czechia", "CZ25123891", "eu_vat:CZ25123891"),
                arguments("Germany", "DE136695976", "eu_vat:DE136695976"),
                arguments("Denmark", "DK13585628", "eu_vat:DK13585628"),
                arguments("Estonia", "EE100931558", "eu_vat:EE100931558"),
                arguments("Greece", "EL094259216", "eu_vat:EL094259216"),
                arguments("Spain", "ESA12345674", "eu_vat:ESA12345674"),
                arguments("Finland", "FI20774740", "eu_vat:FI20774740"),
                arguments("France", "FR40303265045", "eu_vat:FR40303265045"),
                arguments("Croatia", "HR33392005961", "eu_vat:HR33392005961"),
                arguments("Hungary", "HU12892312", "eu_vat:HU12892312"),
                arguments("Ireland", "IE6433435F", "eu_vat:IE6433435F"),
                arguments("Italy", "IT00743110157", "eu_vat:IT00743110157"),
                arguments("Lithuania", "LT119511515", "eu_vat:LT119511515"),
                arguments("Luxembourg", "LU15027442", "eu_vat:LU15027442"),
                arguments("Latvia", "LV40003521600", "eu_vat:LV40003521600"),
                arguments("Malta", "MT11679112", "eu_vat:MT11679112"),
                arguments("the Netherlands", "NL004495445B01", "eu_vat:NL004495445B01"),
                arguments("Poland", "PL8567346215", "eu_vat:PL8567346215"),
                arguments("Portugal", "PT501964843", "eu_vat:PT501964843"),
                arguments("Romania", "RO18547290", "eu_vat:RO18547290"),
                arguments("Sweden", "SE123456789701", "eu_vat:SE123456789701"),
                arguments("Slovenia", "SI50223054", "eu_vat:SI50223054"),
                arguments("Slovakia", "SK2022749619", "eu_vat:SK2022749619"),
                arguments("a wrong check: Austria", "VAT ATU13585628", ""),
                arguments("a wrong check: Belgium", "VAT BE0428759498", ""),
                arguments("a wrong check: Bulgaria", "VAT BG175074753", ""),
                arguments("a wrong check: Cyprus", "VAT CY10259034P", ""),
                arguments("a wrong check: Czechia", "VAT CZ25123892", ""),
                arguments("a wrong check: Germany", "VAT DE136695977", ""),
                arguments("a wrong check: Denmark", "VAT DK13585629", ""),
                arguments("a wrong check: Estonia", "VAT EE100931559", ""),
                arguments("a wrong check: Greece", "VAT EL094259217", ""),
                arguments("a wrong check: Spain", "VAT ESA12345675", ""),
                arguments("a wrong check: Finland", "VAT FI20774741", ""),
                arguments("a wrong check: France", "VAT FR40303265046", ""),
                arguments("a wrong check: Croatia", "VAT HR33392005962", ""),
                arguments("a wrong check: Hungary", "VAT HU12892313", ""),
                arguments("a wrong check: Ireland", "VAT IE6433436F", ""),
                arguments("a wrong check: Italy", "VAT IT00743110158", ""),
                arguments("a wrong check: Lithuania", "VAT LT119511516", ""),
                arguments("a wrong check: Luxembourg", "VAT LU15027443", ""),
                arguments("a wrong check: Latvia", "VAT LV40003521601", ""),
                arguments("a wrong check: Malta", "VAT MT11679113", ""),
                arguments("a wrong check: the Netherlands", "VAT NL004495446B01", ""),
                arguments("a wrong check: Poland", "VAT PL8567346216", ""),
                arguments("a wrong check: Portugal", "VAT PT501964844", ""),
                arguments("a wrong check: Romania", "VAT RO18547291", ""),
                arguments("a wrong check: Sweden", "VAT SE123456789801", ""),
                arguments("a wrong check: Slovenia", "VAT SI50223055", ""),
                arguments("a wrong check: Slovakia", "VAT SK2022749610", ""),
                arguments("a Spanish person", "ES12345678Z", "eu_vat:ES12345678Z"),
                arguments("a Spanish foreigner", "ESX1234567L", "eu_vat:ESX1234567L"),
                arguments("a Bulgarian person", "BG7523169263", "eu_vat:BG7523169263"),
                arguments("a Czech person", "CZ7103192745", "eu_vat:CZ7103192745"),
                arguments("a Czech special case", "CZ640903926", "eu_vat:CZ640903926"),
                arguments("an Irish one of before 2013", "IE8D79739I", "eu_vat:IE8D79739I"),
                arguments("an Irish one of two letters", "IE1234567FA", "eu_vat:IE1234567FA"),
                arguments("Lithuania, temporary", "LT100001919017", "eu_vat:LT100001919017"),
                arguments("a Dutch one since 2020", "NL002455799B11", "eu_vat:NL002455799B11"),
                arguments("a Latvian person", "LV16117519997", "eu_vat:LV16117519997"),
                arguments("a short Romanian one, named", "CUI RO4223", "eu_vat:RO4223"),
                arguments("in small letters, named", "vat de136695976", "eu_vat:de136695976"),
                arguments("in small letters, not named", "de136695976", ""),
                arguments("part of a longer code", "DE1366959761", ""),
                arguments("part of a word", "XDE136695976", ""),
                arguments("a prefix of no member state", "VAT DD136695976", ""));
    }
}
