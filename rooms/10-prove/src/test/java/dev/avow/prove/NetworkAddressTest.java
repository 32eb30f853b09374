package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.211,               192.0.2.0",
        "2001:db8:12:34:56:78:9a:bc, 2001:db8:12:0:0:0:0:0",
        "::ffff:192.0.2.211,        192.0.2.0",
        "fe80::1234%eth0,           fe80:0:0:0:0:0:0:0",
    })
    void shortened_anAddress_isItsNetwork(String full, String network) {
        assertThat(NetworkAddress.shortened(full)).isEqualTo(network);
    }

    @Test
    void shortened_whatIsNoAddress_isDropped() {
        assertThat(NetworkAddress.shortened("host.example.org")).isNull();
        assertThat(NetworkAddress.shortened("")).isNull();
    }
}
