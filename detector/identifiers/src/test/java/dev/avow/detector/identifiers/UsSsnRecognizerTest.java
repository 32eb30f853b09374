package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UsSsnRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("dashed, alone", "536-22-8145 was on the form", "us_ssn:536-22-8145"),
                arguments("a word names nine digits", "SSN 536228145", "us_ssn:536228145"),
                arguments(
                        "a phrase names blanks",
                        "Social Security number: 536 22 8145",
                        "us_ssn:536 22 8145"),
                arguments(
                        "a JSON key",
                        "{\"socialSecurityNumber\":\"536228145\"}",
                        "us_ssn:536228145"),
                arguments("in Spanish", "mi seguro social es 536-22-8145", "us_ssn:536-22-8145"),
                arguments("full-width", "ＳＳＮ ５３６-２２-８１４５", "us_ssn:５３６-２２-８１４５"),
                arguments("not a phone", "call me, ssn 536-22-8145", "us_ssn:536-22-8145"),
                arguments(
                        "not a phone, even where one is named",
                        "phone and SSN: 536-22-8145",
                        "us_ssn:536-22-8145"),
                arguments(
                        "two in a row of words",
                        "SSNs 536-22-8145, 219-45-6789",
                        "us_ssn:536-22-8145 | us_ssn:219-45-6789"),
                arguments("nine digits without a name", "536228145", ""),
                arguments("blanks without a name", "536 22 8145", ""),
                arguments("area 000", "SSN 000-22-8145", ""),
                arguments("area 666", "SSN 666-22-8145", ""),
                arguments("area 9 is no SSN", "SSN 900-22-8145", ""),
                arguments("group 00", "SSN 536-00-8145", ""),
                arguments("serial 0000", "SSN 536-22-0000", ""),
                arguments("the printed one of 1938", "SSN 078-05-1120", ""),
                arguments("the printed one of 1940", "SSN 219-09-9999", ""),
                arguments("an order number", "order 536-22-8145", ""),
                arguments("part of something longer", "536-22-8145-77", ""),
                arguments("within a name", "a_536-22-8145", ""),
                arguments("an amount", "SS20 536.22", ""));
    }
}
