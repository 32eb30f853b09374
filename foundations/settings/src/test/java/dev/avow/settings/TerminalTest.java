package dev.avow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void toString_namesNoVariableAndNoValue() {
        Terminal terminal =
                new Terminal(
                        Map.of("AVOW_ADMIN_PASSWORD", "fictitious horse"), System.out, System.err);

        assertThat(terminal.toString()).doesNotContain("PASSWORD", "horse").contains("1 variables");
    }
}
