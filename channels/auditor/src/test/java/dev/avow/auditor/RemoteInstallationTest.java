package dev.avow.auditor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.FaultException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteInstallationTest {

    /** Some variable that is always there; nothing is asked. */
    private static final String VARIABLE = "PATH";

    @ParameterizedTest
    @ValueSource(strings = {"http://avow.example", "ftp://avow.example", "avow.example", "http://"})
    void I6_installation_whereTheKeyWouldGoInTheClear_isRefused(String url) {
        assertThatThrownBy(() -> new RemoteInstallation(url, VARIABLE))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://avow.example/", "http://127.0.0.1:8420", "http://localhost"})
    void I6_installation_overTlsOrOnThisMachine_isTaken(String url) {
        assertThatCode(() -> new RemoteInstallation(url, VARIABLE).close())
                .doesNotThrowAnyException();
    }
}
