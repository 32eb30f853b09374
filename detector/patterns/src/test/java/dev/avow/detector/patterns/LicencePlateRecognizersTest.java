package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LicencePlateRecognizersTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("Poland", "numer rejestracyjny: WPG 15162", "licence_plate:WPG 15162"),
                arguments("Sweden", "registreringsnummer JWN 917", "licence_plate:JWN 917"),
                arguments("Portugal", "matrícula: 02-64-XM", "licence_plate:02-64-XM"),
                arguments("a state of America", "license plate: 7ABC123", "licence_plate:7ABC123"),
                arguments("France", "la voiture AB-123-CD est garée", "licence_plate:AB-123-CD"),
                arguments(
                        "France, named",
                        "immatriculation ab 123 cd ou AB 123 CD",
                        "licence_plate:AB 123 CD"),
                arguments("a letter that none has", "AI-123-CD", ""),
                arguments("an order", "order AB-123-CD", ""),
                arguments("no dashes, no word", "AB123CD", ""),
                arguments("United Kingdom", "reg plate AB12 CDE", "licence_plate:AB12 CDE"),
                arguments("Germany", "Kennzeichen: B-AB 1234", "licence_plate:B-AB 1234"),
                arguments("Germany, small", "amtl. Kennzeichen M X 12", "licence_plate:M X 12"),
                arguments("Italy", "targa AB 123 CD", "licence_plate:AB 123 CD"),
                arguments("Spain", "matrícula 1234 BCD", "licence_plate:1234 BCD"),
                arguments("Spain, vowels", "matrícula 1234 ABE", ""),
                arguments("Netherlands", "kenteken 12-ABC-3", "licence_plate:12-ABC-3"),
                arguments("United Kingdom, no word", "AB12 CDE", ""),
                arguments("a registration of something else", "registration opens in 12 days", ""));
    }
}
