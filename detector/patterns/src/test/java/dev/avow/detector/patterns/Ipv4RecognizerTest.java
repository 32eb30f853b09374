package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class Ipv4RecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "the block of the host itself, further on",
                        "from 127.9.8.7",
                        "ipv4:127.9.8.7"),
                arguments("a resolver of the host itself", "nameserver 127.0.0.53", ""),
                arguments("a Danish number", "telefonnummer: 32.12.72.31", ""),
                arguments("in a sentence", "Connect to 192.0.2.44 now.", "ipv4:192.0.2.44"),
                arguments("with a port", "http://198.51.100.7:8080/x", "ipv4:198.51.100.7"),
                arguments("with a prefix", "route 10.20.0.0/16", "ipv4:10.20.0.0"),
                arguments("at the end of a sentence", "It is 203.0.113.9.", "ipv4:203.0.113.9"),
                arguments(
                        "a range",
                        "203.0.113.1-203.0.113.9",
                        "ipv4:203.0.113.1 | ipv4:203.0.113.9"),
                arguments("in JSON", "{\"ip\":\"203.0.113.9\"}", "ipv4:203.0.113.9"),
                arguments(
                        "in a log",
                        "203.0.113.9 - - [10/Oct/2024:13:55:36 +0000]",
                        "ipv4:203.0.113.9"),
                arguments("dots encoded", "ip=203%2E0%2E113%2E9", "ipv4:203%2E0%2E113%2E9"),
                arguments("small numbers that are named", "DNS server 1.1.1.1", "ipv4:1.1.1.1"),
                arguments("after v", "v1.2.3.4", ""),
                arguments("after version", "version 1.2.3.4 is out", ""),
                arguments("version with a colon", "\"version\": \"11.22.33.44\"", ""),
                arguments("a browser", "Chrome/120.0.0.0 Safari/537.36", ""),
                arguments("a dependency", "requests==2.31.0.1", ""),
                arguments("a file", "agent-1.12.3.4.jar", ""),
                arguments("a heading", "1.2.3.4 Scope of this document", ""),
                arguments("a section", "see section 3.1.2.4 for more", ""),
                arguments("an object identifier", "1.3.6.1.4.1.311", ""),
                arguments("out of range", "300.1.2.3", ""),
                arguments("a French phone number", "01.02.03.04.05", ""),
                arguments("a mask", "255.255.255.0", ""),
                arguments("nobody", "0.0.0.0", ""),
                arguments("this very host", "listening on 127.0.0.1:8420", ""),
                arguments("three parts", "10.0.0", ""),
                arguments("glued to a word", "x10.0.0.1 and 10.0.0.1x", ""));
    }
}
