package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PassportMrzRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(EuFound.in(lines(text))).as(reason).isEqualTo(lines(expected));
    }

    /** Reason, text, what is found; a tilde stands for a new line, a caret for a return. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "a passport",
                        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<~L898902C36UTO7408122F1204159ZE184226B<<<<<10",
                        "passport_mrz:P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<~L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
                arguments(
                        "between other lines",
                        "seen:~P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<^~L898902C36UTO7408122F1204159ZE184226B<<<<<10~thanks",
                        "passport_mrz:P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<^~L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
                arguments(
                        "its second line alone",
                        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
                        "passport_mrz:L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
                arguments(
                        "within JSON",
                        "{\"mrz\":\"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\"}",
                        "passport_mrz:P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"),
                arguments(
                        "an identity card of three lines",
                        "I<UTOD231458907<<<<<<<<<<<<<<<~7408122F1204159UTO<<<<<<<<<<<6~ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
                        "passport_mrz:I<UTOD231458907<<<<<<<<<<<<<<<~7408122F1204159UTO<<<<<<<<<<<6~ERIKSSON<<ANNA<MARIA<<<<<<<<<<"),
                arguments(
                        "an identity card of two lines",
                        "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<~D231458907UTO7408122F1204159<<<<<<<6",
                        "passport_mrz:I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<~D231458907UTO7408122F1204159<<<<<<<6"),
                arguments(
                        "a visa has no check digit over all",
                        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<~L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
                        "passport_mrz:V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<~L8988901C4XXX4009078F96121096ZE184226B<<<<<<"),
                arguments(
                        "a wrong check digit of the number",
                        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<~L898902C37UTO7408122F1204159ZE184226B<<<<<10",
                        ""),
                arguments(
                        "a wrong check digit over all",
                        "L898902C36UTO7408122F1204159ZE184226B<<<<<11",
                        ""),
                arguments(
                        "a wrong check digit of the birth",
                        "L898902C36UTO7408123F1204159ZE184226B<<<<<10",
                        ""),
                arguments("a line too short", "L898902C36UTO7408122F1204159ZE184226B<<<<<1", ""),
                arguments("a line too long", "L898902C36UTO7408122F1204159ZE184226B<<<<<100", ""),
                arguments(
                        "its first line alone", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", ""),
                arguments("markup", "<b>A<B</b><i>X<<Y</i>", ""),
                arguments("shifts in a program", "int A=B<<C1<<2;", ""));
    }

    private static String lines(String row) {
        return row.replace('~', '\n').replace('^', '\r');
    }
}
