package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MacAddressRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "weights of a collation", "1ED6 ; [.22FD.0023.0008][.0000.002D.0002]", ""),
                arguments("colons", "eth0 00:00:5E:00:53:AF up", "mac_address:00:00:5E:00:53:AF"),
                arguments(
                        "dashes",
                        "Physical Address: 00-00-5E-00-53-AF",
                        "mac_address:00-00-5E-00-53-AF"),
                arguments("Cisco", "0000.5e00.53af dynamic", "mac_address:0000.5e00.53af"),
                arguments(
                        "digits alone, colons",
                        "00:11:22:33:44:55",
                        "mac_address:00:11:22:33:44:55"),
                arguments(
                        "digits alone, dashes, named",
                        "MAC 00-11-22-33-44-55",
                        "mac_address:00-11-22-33-44-55"),
                arguments("digits alone, dashes", "12-34-56-78-90-12", ""),
                arguments("digits alone, dots", "1234.5678.9012", ""),
                arguments(
                        "after its name and a colon",
                        "mac:00:00:5e:00:53:af",
                        "mac_address:00:00:5e:00:53:af"),
                arguments("broadcast", "ff:ff:ff:ff:ff:ff", ""),
                arguments("nobody", "00:00:00:00:00:00", ""),
                arguments("a UUID", "123e4567-e89b-12d3-a456-426614174000", ""),
                arguments("a longer fingerprint", "00:00:5e:00:53:af:01", ""),
                arguments("a time span", "12:30:45 - 13:00:00", ""));
    }
}
