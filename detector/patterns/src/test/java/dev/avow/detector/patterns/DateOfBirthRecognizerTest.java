package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DateOfBirthRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "Polish",
                        "Data urodzenia: 20 października 1937",
                        "date_of_birth:20 października 1937"),
                arguments("Polish, said", "Urodziłem się 30-03-2014.", "date_of_birth:30-03-2014"),
                arguments(
                        "Czech", "Datum narození: 25. října 1935", "date_of_birth:25. října 1935"),
                arguments(
                        "Finnish",
                        "Olen syntynyt 30. kesäkuuta 1961.",
                        "date_of_birth:30. kesäkuuta 1961"),
                arguments(
                        "Swedish",
                        "Födelsedatum: 11 februari 2020",
                        "date_of_birth:11 februari 2020"),
                arguments("Danish", "Jeg er født 16. marts 1961.", "date_of_birth:16. marts 1961"),
                arguments("Hungarian", "Születési dátum: 1959-12-21", "date_of_birth:1959-12-21"),
                arguments("Romanian", "Data nașterii: 1965-03-20", "date_of_birth:1965-03-20"),
                arguments("Turkish", "Doğum tarihi: 15.09.1970", "date_of_birth:15.09.1970"),
                arguments(
                        "Portuguese, said",
                        "Nasci em 29 de julho de 1949.",
                        "date_of_birth:29 de julho de 1949"),
                arguments(
                        "German, the verb last",
                        "Ich bin am 26.12.1983 in Kiel geboren.",
                        "date_of_birth:26.12.1983"),
                arguments("with dots", "Patient (D.O.B. 29/02/1980)", "date_of_birth:29/02/1980"),
                arguments("the letter alone", "part b 29/02/1980", ""),
                arguments("ISO", "DOB: 1980-02-29", "date_of_birth:1980-02-29"),
                arguments("JSON", "{\"birthDate\":\"1980-02-29\"}", "date_of_birth:1980-02-29"),
                arguments(
                        "JSON with underscores",
                        "\"date_of_birth\": \"29/02/1980\"",
                        "date_of_birth:29/02/1980"),
                arguments("US", "born 02/29/1980", "date_of_birth:02/29/1980"),
                arguments(
                        "US with a name",
                        "She was born on February 29, 1980 in Ohio",
                        "date_of_birth:February 29, 1980"),
                arguments(
                        "English with an ordinal",
                        "born on the 3rd of May 1975",
                        "date_of_birth:3rd of May 1975"),
                arguments(
                        "a place between",
                        "born in Springfield on 12 March 1975",
                        "date_of_birth:12 March 1975"),
                arguments("French", "né le 12 mars 1975 à Lyon", "date_of_birth:12 mars 1975"),
                arguments(
                        "French, first",
                        "née à Paris le 1er août 1975",
                        "date_of_birth:1er août 1975"),
                arguments("French, capitals", "NEE LE 12/03/1975", "date_of_birth:12/03/1975"),
                arguments("French field", "Date de naissance : 12/03/75", "date_of_birth:12/03/75"),
                arguments("German", "geboren am 12. März 1975", "date_of_birth:12. März 1975"),
                arguments("German, short", "geb. 12.03.1975", "date_of_birth:12.03.1975"),
                arguments("German, blanks", "Geburtsdatum: 1. 2. 1975", "date_of_birth:1. 2. 1975"),
                arguments(
                        "Spanish",
                        "nacida el 12 de marzo de 1975",
                        "date_of_birth:12 de marzo de 1975"),
                arguments(
                        "Spanish field",
                        "Fecha de nacimiento: 12-03-1975",
                        "date_of_birth:12-03-1975"),
                arguments("Italian", "nato a Roma il 12 marzo 1975", "date_of_birth:12 marzo 1975"),
                arguments("Dutch", "geboortedatum 12-mrt-1975", "date_of_birth:12-mrt-1975"),
                arguments(
                        "the field after",
                        "1975-03-12 (date of birth)",
                        "date_of_birth:1975-03-12"),
                arguments("together", "DOB 19750312", "date_of_birth:19750312"),
                arguments(
                        "a time of day follows",
                        "\"dob\":\"1975-03-12T00:00:00Z\"",
                        "date_of_birth:1975-03-12"),
                arguments(
                        "the next line is another field",
                        "nacimiento: Spain\nIngreso: 04/08/2015",
                        ""),
                arguments("no word", "on 12 March 1975 they met", ""),
                arguments("the French negation", "je ne sais pas 12/03/1975", ""),
                arguments("an alliance", "NATO, founded 4 April 1949", ""),
                arguments("a record", "Born to Run was released on August 25, 1975", ""),
                arguments(
                        "the next sentence",
                        "He was born rich. The firm closed on 12 March 1975",
                        ""),
                arguments("no such day", "born 31/02/1975 and 1975-13-40", ""),
                arguments("a year alone", "born in 1975", ""),
                arguments("long ago", "born 26 April 1564", ""));
    }
}
