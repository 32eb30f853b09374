package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AddressRecognizersTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "a suffix of America, with its postcode",
                        "3304 Brown Isle, South Jessica, MN 41420",
                        "address:3304 Brown Isle, South Jessica, MN 41420"),
                arguments(
                        "a suffix of America, named",
                        "I live at 6810 Jessica Shore.",
                        "address:6810 Jessica Shore"),
                arguments("a suffix of America alone", "the 12 Golden Shore hotels", ""),
                arguments(
                        "an old postcode of Britain",
                        "11 Darren Parkways, East Emily, SM5B 3NN",
                        "address:11 Darren Parkways, East Emily, SM5B 3NN"),
                arguments(
                        "Austria, with a door",
                        "Lieferung an Dorfergasse 5/6, 8375 Melk bitte",
                        "address:Dorfergasse 5/6, 8375 Melk"),
                arguments(
                        "Poland",
                        "Mieszkam: plac Orzeszkowej 36/94.",
                        "address:plac Orzeszkowej 36/94"),
                arguments(
                        "Czechia, no word for a street",
                        "Úpská 77, 541 94 Telč",
                        "address:Úpská 77, 541 94 Telč"),
                arguments("Croatia, named", "Adresa: Kraljevec 367", "address:Kraljevec 367"),
                arguments(
                        "Norway, two lines",
                        "Sætherjordet 23\n7135 Nilsen",
                        "address:Sætherjordet 23\n7135 Nilsen"),
                arguments(
                        "Colombia",
                        "Vivo en Cl. 175 Bis # 34-8 Este.",
                        "address:Cl. 175 Bis # 34-8 Este"),
                arguments(
                        "Argentina, a numbered street",
                        "Vivo en Av. 4 N° 418.",
                        "address:Av. 4 N° 418"),
                arguments(
                        "Brazil",
                        "Lagoa de Jesus, 78, 76115-890 Brito",
                        "address:Lagoa de Jesus, 78, 76115-890 Brito"),
                arguments(
                        "India",
                        "Address: 61/458, Kothari Circle",
                        "address:61/458, Kothari Circle"),
                arguments(
                        "France, no number",
                        "J'habite rue Thibaut Dupré, 13430 Garnier",
                        "address:rue Thibaut Dupré, 13430 Garnier"),
                arguments(
                        "Switzerland, the number last",
                        "Adresse : avenue Danielle Müller 431",
                        "address:avenue Danielle Müller 431"),
                arguments("a product and its version", "We moved to Windows 11, 2024 was late", ""),
                arguments("a constant in capitals", "#define V_ASN1_NUMERICSTRING 18", ""),
                arguments("an address of memory", "Heap address: Block 5", ""),
                arguments(
                        "a street of a list of days",
                        "Tommy's Place, Blue Island, IL, 12/28/02",
                        ""),
                arguments("other authors", "Smith et al. Science 12", ""),
                arguments(
                        "United States",
                        "He lives at 12 Main Street, Springfield, IL 62704 now",
                        "address:12 Main Street, Springfield, IL 62704"),
                arguments(
                        "United States, short forms",
                        "mail to 1600 N Elm Ave. Apt 5, Dayton, OH 45402-1234",
                        "address:1600 N Elm Ave. Apt 5, Dayton, OH 45402-1234"),
                arguments(
                        "a street alone",
                        "meet at 350 Fifth Avenue tomorrow",
                        "address:350 Fifth Avenue"),
                arguments(
                        "a numbered street",
                        "at 221 40th Street we stop",
                        "address:221 40th Street"),
                arguments(
                        "lower case after its name",
                        "my address is 12 main street",
                        "address:12 main street"),
                arguments(
                        "two lines",
                        "12 Main Street\nSpringfield, IL 62704",
                        "address:12 Main Street\nSpringfield, IL 62704"),
                arguments(
                        "a box",
                        "P.O. Box 1234, Dayton, OH 45402",
                        "address:P.O. Box 1234, Dayton, OH 45402"),
                arguments("a postcode alone, named", "my zip code is 62704", "address:62704"),
                arguments(
                        "military",
                        "PSC 4926, Box 7979\nAPO AA 63682",
                        "address:PSC 4926, Box 7979\nAPO AA 63682"),
                arguments(
                        "United Kingdom",
                        "She is at 10 Downing Street, London SW1A 2AA.",
                        "address:10 Downing Street, London SW1A 2AA"),
                arguments(
                        "a house number with a letter",
                        "221B Baker Street, London NW1 6XE",
                        "address:221B Baker Street, London NW1 6XE"),
                arguments(
                        "Canada",
                        "24 Sussex Drive, Ottawa, ON K1M 1M4",
                        "address:24 Sussex Drive, Ottawa, ON K1M 1M4"),
                arguments(
                        "France",
                        "Il habite 12 rue de la Paix, 75002 Paris",
                        "address:12 rue de la Paix, 75002 Paris"),
                arguments(
                        "France, a comma",
                        "au 5, avenue Victor Hugo 69003 Lyon",
                        "address:5, avenue Victor Hugo 69003 Lyon"),
                arguments(
                        "Germany",
                        "Sie wohnt Musterstraße 12, 10115 Berlin",
                        "address:Musterstraße 12, 10115 Berlin"),
                arguments(
                        "France, lower case",
                        "au 12 rue de la paix à paris",
                        "address:12 rue de la paix"),
                arguments(
                        "France, bis",
                        "4 bis rue Pasteur, 33000 Bordeaux ou 4bis rue Pasteur",
                        "address:4 bis rue Pasteur, 33000 Bordeaux | address:4bis rue Pasteur"),
                arguments(
                        "Spain, short",
                        "en C/ Gran Vía 3, 28013 Madrid",
                        "address:C/ Gran Vía 3, 28013 Madrid"),
                arguments(
                        "a box in German",
                        "Postfach 1234, 50667 Köln",
                        "address:Postfach 1234, 50667 Köln"),
                arguments(
                        "Spain, no blank",
                        "Calle Sol,66 y Av. Luna, 16,1 C",
                        "address:Calle Sol,66 | address:Av. Luna, 16"),
                arguments(
                        "Spain, lower case",
                        "Domicilio: Paseo de los olivos, 13.",
                        "address:Paseo de los olivos, 13"),
                arguments(
                        "Spain, no number",
                        "Avda. de Madrid s/n, 18071 Granada",
                        "address:Avda. de Madrid s/n, 18071 Granada"),
                arguments("care of", "c/o Company 5", ""),
                arguments("a command", "Place the order 5 times", ""),
                arguments("a language", "C/C++ 17 and C/ 5", ""),
                arguments(
                        "Germany, in a sentence",
                        "Haus in der Neuen Straße 90c",
                        "address:Neuen Straße 90c"),
                arguments(
                        "after an escape",
                        "x\\nAn der Hauptstraße 5",
                        "address:An der Hauptstraße 5"),
                arguments(
                        "Germany, short",
                        "Hauptstr. 5a, 80331 München",
                        "address:Hauptstr. 5a, 80331 München"),
                arguments(
                        "Austria",
                        "Mariahilfer Gasse 7, 1060 Wien",
                        "address:Mariahilfer Gasse 7, 1060 Wien"),
                arguments(
                        "Spain",
                        "Vive en Calle Mayor 5, 28013 Madrid",
                        "address:Calle Mayor 5, 28013 Madrid"),
                arguments(
                        "Italy",
                        "Abita in Via Roma 10, 00184 Roma",
                        "address:Via Roma 10, 00184 Roma"),
                arguments(
                        "Netherlands",
                        "Keizersgracht 123, 1015 CJ Amsterdam",
                        "address:Keizersgracht 123, 1015 CJ Amsterdam"),
                arguments(
                        "Portugal",
                        "Rua das Pedras 930, 1200-001 Lisboa",
                        "address:Rua das Pedras 930, 1200-001 Lisboa"),
                arguments(
                        "Poland",
                        "ul. Zielona 34, 00-123 Warszawa",
                        "address:ul. Zielona 34, 00-123 Warszawa"),
                arguments(
                        "Sweden",
                        "Storgatan 12, 114 55 Stockholm",
                        "address:Storgatan 12, 114 55 Stockholm"),
                arguments("prose with a number", "There were 12 people in the street.", ""),
                arguments("a time", "5 minutes down the road", ""),
                arguments("a way", "in 3 Easy Steps and 2 Ways", ""),
                arguments("a season", "Spring 2024 and Frühling 2024", ""),
                arguments("a workplace", "am Arbeitsplatz 3 sitzen", ""),
                arguments("a version", "Upgrade 5 of Windows 11", ""),
                arguments("a flight by way of", "via Paris 5 hours", ""),
                arguments("a saint", "the 12 St Patrick parades", ""),
                arguments("software", "the test suite 12 and Office Suite 2019", ""),
                arguments("a package", "apt 2.4.5 installs", ""),
                arguments("code", "int street = 12; foo(3, Main)", ""),
                arguments("an address in memory", "address 4096 Bytes Aligned", ""),
                arguments("a function", "dict(zip(range(20000), seq))", ""),
                arguments("a road without houses", "die Bundesstraße 105 und Platz 1", ""),
                arguments("a year", "die Schillerstraße 1955 gebaut", ""),
                arguments("a ranking", "2 Corinthians 5 and Apollo 11", ""),
                arguments("a date", "On 12 March 2024 Mr Street came", ""));
    }
}
