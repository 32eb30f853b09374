package dev.avow.admit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnMachineTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "127.8.0.1", "::1", "[::1]"})
    void isNamed_byItsOwnNames_isTrue(String host) {
        assertThat(OwnMachine.isNamed(host)).isTrue();
    }

    /** A page at a name that was made to mean this machine sends that name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebound.example",
                "localhost.example",
                "127.0.0.1.example",
                "192.0.2.7",
                "[2001:db8::1]",
                ""
            })
    void isNamed_byAnother_isFalse(String host) {
        assertThat(OwnMachine.isNamed(host)).isFalse();
    }

    @Test
    void isNamed_byNone_isFalse() {
        assertThat(OwnMachine.isNamed(null)).isFalse();
    }
}
