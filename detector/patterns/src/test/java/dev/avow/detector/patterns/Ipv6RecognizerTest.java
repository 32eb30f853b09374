package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class Ipv6RecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "compressed",
                        "host 2001:db8::8a2e:370:7334 is up",
                        "ipv6:2001:db8::8a2e:370:7334"),
                arguments(
                        "full",
                        "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
                        "ipv6:2001:0db8:85a3:0000:0000:8a2e:0370:7334"),
                arguments(
                        "link local with a zone",
                        "fe80::1ff:fe23:4567:890a%eth0",
                        "ipv6:fe80::1ff:fe23:4567:890a%eth0"),
                arguments("IPv4-mapped", "::ffff:192.0.2.128", "ipv6:::ffff:192.0.2.128"),
                arguments("in a URL", "http://[2001:db8::7]:8080/", "ipv6:2001:db8::7"),
                arguments("end of a sentence", "It is 2001:db8::7.", "ipv6:2001:db8::7"),
                arguments("a network", "2001:db8::/32", "ipv6:2001:db8::"),
                arguments("upper case", "2001:DB8::A:B", "ipv6:2001:DB8::A:B"),
                arguments("loopback that is named", "IPv6 address ::1", "ipv6:::1"),
                arguments("a time", "12:30:45", ""),
                arguments("a time of day in a log", "2024-01-02T12:30:45.123", ""),
                arguments("C++", "std::vector<int> a; face::add(b); dead::beef(c);", ""),
                arguments("C++ with a number", "abc::d2 x", ""),
                arguments("Rust", "use crate::a::b; core::f64::consts", ""),
                arguments("a slice of Python", "x[::2] y[::-1]", ""),
                arguments(
                        "a hardware address", "00:00:5e:00:53:af", "mac_address:00:00:5e:00:53:af"),
                arguments("EUI-64 is none", "02:00:5e:10:00:00:00:01", ""),
                arguments(
                        "a fingerprint", "MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48", ""),
                arguments("nine groups", "1:2:3:4:5:6:7:8:9", ""),
                arguments("a ratio", "1:2 or 3:4", ""));
    }
}
