package dev.avow.auditor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.FaultException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteInstallationTest {

    /** Nothing is asked. */
    private static final String VARIABLE = "AVOW_KEY";

    private static final Map<String, String> ENVIRONMENT = Map.of(VARIABLE, "fictitious");

    @ParameterizedTest
    @ValueSource(strings = {"http://avow.example", "ftp://avow.example", "avow.example", "http://"})
    void I6_installation_whereTheKeyWouldGoInTheClear_isRefused(String url) {
        assertThatThrownBy(() -> new RemoteInstallation(url, VARIABLE, ENVIRONMENT))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://avow.example/", "http://127.0.0.1:8420", "http://localhost"})
    void I6_installation_overTlsOrOnThisMachine_isTaken(String url) {
        assertThatCode(() -> new RemoteInstallation(url, VARIABLE, ENVIRONMENT).close())
                .doesNotThrowAnyException();
    }
}
