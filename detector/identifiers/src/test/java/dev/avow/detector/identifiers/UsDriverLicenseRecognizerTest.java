package dev.avow.detector.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UsDriverLicenseRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(FoundElsewhere.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "California",
                        "driver's license number: D1234567",
                        "us_driver_license:D1234567"),
                arguments("New York", "Drivers License 123456789", "us_driver_license:123456789"),
                arguments(
                        "Florida, with dashes",
                        "driver license no. B123-456-78-901-0",
                        "us_driver_license:B123-456-78-901-0"),
                arguments("initials", "DL# D1234567", "us_driver_license:D1234567"),
                arguments("initials and a colon", "DL: D1234567", "us_driver_license:D1234567"),
                arguments(
                        "a JSON key",
                        "{\"driverLicense\": \"D1234567\"}",
                        "us_driver_license:D1234567"),
                arguments("a software license", "license D1234567", ""),
                arguments("decilitres", "glucose 120 mg/dL 1234567", ""),
                arguments("no value", "a driver's license is needed from 2025 on", ""),
                arguments("other words first", "driver's license, and order 123456789", ""));
    }
}
