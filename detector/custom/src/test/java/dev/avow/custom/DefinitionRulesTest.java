package dev.avow.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.words.Fault;
import dev.avow.words.FaultException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DefinitionRulesTest {

    private static Fault refused(String json) {
        return catchThrowableOfType(
                        FaultException.class, () -> Written.RULES.checkAll(Written.file(json)))
                .fault();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no name | {'words':['x']} | name",
                "no type id | {'name':'A b','words':['x']} | name",
                "a built-in's name | {'name':'email','words':['x']} | name",
                "nothing to look for | {'name':'a_b'} | patterns",
                "no regular expression | {'name':'a_b','patterns':['x','(']} | patterns[1]",
                "it matches nothing | {'name':'a_b','patterns':['x*']} | patterns[0]",
                "a blank word | {'name':'a_b','words':['x',' ']} | words[1]",
                "no such checksum | {'name':'a_b','patterns':['x'],'checksum':'md5'} | checksum",
                "a checksum of words | {'name':'a_b','words':['x'],'checksum':'luhn'} | checksum",
                "no words to require | {'name':'a_b','words':['x'],'context':{'required':true}} |"
                        + " context.words",
                "a context word of digits | {'name':'a_b','words':['x'],'context':{'words':['1']}}"
                        + " | context.words[0]",
                "a confidence of 2 | {'name':'a_b','words':['x'],'confidence':2} | confidence",
                "an example without it |"
                        + " {'name':'a_b','words':['x'],'examples':{'match':['x','y']}} |"
                        + " examples.match[1]",
                "an example with it | {'name':'a_b','words':['x'],'examples':{'no_match':['x']}} |"
                        + " examples.no_match[0]",
                "a field that is not known | {'name':'a_b','words':['x'],'colour':'red'} | colour",
                "a text instead of a list | {'name':'a_b','words':'x'} | words",
            })
    void check_badRecognizer_namesTheField(String why, String recognizer, String field) {
        Fault fault = refused("[" + recognizer + "]");

        assertThat(fault.fieldOrNull()).endsWith("[0]." + field);
        assertThat(fault.message()).isNotBlank().doesNotContain("x*");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no kind | {'name':'l','values':['x']} | kind",
                "no values | {'name':'l','kind':'allow'} | values",
                "a deny list of no type | {'name':'l','kind':'deny','values':['x']} | type",
                "a deny list of patterns |"
                    + " {'name':'l','kind':'deny','type':'email','match':'pattern','values':['x']}"
                    + " | match",
                "a bad pattern | {'name':'l','kind':'allow','match':'pattern','values':['x*']} |"
                        + " values[0]",
            })
    void check_badList_namesTheField(String why, String list, String field) {
        assertThat(refused("{'lists':[" + list + "]}").fieldOrNull())
                .isEqualTo("lists[0]." + field);
    }

    @Test
    void check_twoOfOneName_namesTheSecond() {
        assertThat(
                        refused("[{'name':'a_b','words':['x']},{'name':'a_b','words':['y']}]")
                                .fieldOrNull())
                .isEqualTo("recognizers[1].name");
    }

    @Test
    void checkTotals_tooMany_saysWhichSettingToRaise() {
        DefinitionRules strict =
                new DefinitionRules(Written.BUILT_IN, new DefinitionLimits(1, 1, 1, 10, 2));
        Definitions words = Written.file("[{'name':'a_b','words':['x','y','z']}]");

        Fault fault =
                catchThrowableOfType(FaultException.class, () -> strict.checkAll(words)).fault();

        assertThat(fault.message()).contains("AVOW_DETECTION_MAX_WORDS");
    }

    @Test
    void write_aDefinition_isReadAsItWas() {
        Definitions all =
                Written.file(
                        """
                        {'recognizers':[{'name':'a_b','description':'d','enabled':false,
                           'patterns':['x[0-9]+'],'words':['w'],'checksum':'mod97',
                           'context':{'words':['c'],'required':true},'confidence':0.7,
                           'examples':{'match':['m'],'no_match':['n']}}],
                         'lists':[{'name':'l','kind':'deny','type':'email','match':'exact',
                           'values':['v']}]}
                        """);
        CustomRecognizer recognizer = all.recognizers().getFirst();
        DetectionList list = all.lists().getFirst();

        assertThat(DefinitionJson.read(DefinitionJson.write(recognizer), false))
                .isEqualTo(recognizer);
        assertThat(DefinitionJson.read(DefinitionJson.write(list), true)).isEqualTo(list);
        assertThat(DefinitionJson.valuesWithoutContent(list).toString()).doesNotContain("[v]");
        assertThat(all.types(Written.BUILT_IN.keySet()).keySet())
                .isEqualTo(java.util.Set.of("a_b"));
        assertThat(List.of(all.words(), all.patterns())).isEqualTo(List.of(2, 1));
    }
}
