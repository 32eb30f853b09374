package dev.avow.custom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternSizeTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "letters count one each; abc; 3; 3",
                "a repetition multiplies; \\d{5}; 5; 6",
                "the larger number counts; [A-Z]{2,30}; 30; 31",
                "a class is one; [^]a-z{9}]x; 2; 2",
                "groups are multiplied as a whole; (ab){10}; 30; 40",
                "and again; ((a{100}){100}){100}; 1000000; 2000000",
                "a closed class is not run over; [[:alpha:]](a{100}){100}; 10000; 20000",
                "a brace in an escape is none; \\{100}; 2; 8",
                "no overflow; ((((((a{999}){999}){999}){999}){999}){999}){999}; 1000000;"
                        + " 9000000000000",
            })
    void size_ofAPattern_isAboutRight(String why, String regex, long least, long most) {
        assertThat(PatternSize.of(regex)).isBetween(least, most);
    }
}
