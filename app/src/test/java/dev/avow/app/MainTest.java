package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line says of itself. */
final class MainTest {

    @TempDir Path home;

    private AvowProcess.Ended run(String... command) {
        return AvowHere.run(home, Map.of(), command);
    }

    /** Avow's own help came, with the status of a success. */
    @ParameterizedTest
    @CsvSource({"explain --help, explain", "key lose -h, lose"})
    void help_forACommandThatIsNotThere_isAMistake(String command, String named) {
        AvowProcess.Ended ended = run(command.split(" "));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("avow: there is no command " + named + "; see ./avow");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void help_forAProvider_namesEveryKind() {
        assertThat(run("provider", "add", "--help").out()).contains("vertex");
    }
}
